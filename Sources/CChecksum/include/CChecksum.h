// SHA-256 by the processor's own instructions, where it has them.
#ifndef CCHECKSUM_H
#define CCHECKSUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Works `blocks` blocks of 64 bytes into the state; false, and nothing done, where the processor
/// has no instructions for it.
bool cchecksum_sha256(uint32_t state[8], const uint8_t *bytes, size_t blocks);

#endif
