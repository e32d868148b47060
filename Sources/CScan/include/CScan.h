// The few things about bytes that Swift cannot say well: one bit for each byte of a 64-byte block,
// and whether a stretch is UTF-8.
//
// Swift's own SIMD64 comparisons compile to loops over lanes, two hundred times slower than these.
// SSE2 and NEON are part of every x86-64 and AArch64; every branch gives the same answers, and the
// tests compare them with plain loops.
#ifndef CSCAN_H
#define CSCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

/// Whether the bytes are well-formed UTF-8 without a NUL.
bool cscan_is_text(const uint8_t *bytes, size_t count);

/// Where the bytes that matter stand in a block: bit i of a word is byte i.
typedef struct {
  uint64_t separators;
  uint64_t quotes;
  uint64_t feeds;
  uint64_t returns;
} cscan_masks;

#define CSCAN_INLINE static inline __attribute__((always_inline))

/// Writes `first` plus the place of every bit of `marks`, lowest first, and gives their number.
/// There must be room for 64 places.
///
/// Eight are written whatever their number: a loop that ends after as many turns as there are bits
/// is guessed wrong by the processor in nearly every block.
CSCAN_INLINE size_t cscan_places(uint64_t marks, uint32_t first, uint32_t *places) {
  const uint64_t stop = (uint64_t)1 << 63;  // ctz wants a bit
  const size_t count = (size_t)__builtin_popcountll(marks);
  for (int i = 0; i < 8; i++) {
    places[i] = first + (uint32_t)__builtin_ctzll(marks | stop);
    marks &= marks - 1;
  }
  if (__builtin_expect(count > 8, 0)) {
    for (size_t i = 8; i < count; i++) {
      places[i] = first + (uint32_t)__builtin_ctzll(marks | stop);
      marks &= marks - 1;
    }
  }
  return count;
}

/// Copies 32 bytes and gives how many of them are ASCII, and not NUL, before the first other.
CSCAN_INLINE size_t cscan_copy_ascii(const uint8_t *from, uint8_t *to) {
#if defined(__SSE2__)
  const __m128i a = _mm_loadu_si128((const __m128i *)(const void *)from);
  const __m128i b = _mm_loadu_si128((const __m128i *)(const void *)(from + 16));
  _mm_storeu_si128((__m128i *)(void *)to, a);
  _mm_storeu_si128((__m128i *)(void *)(to + 16), b);
  const __m128i zero = _mm_setzero_si128();
  const uint32_t low = (uint32_t)_mm_movemask_epi8(_mm_or_si128(a, _mm_cmpeq_epi8(a, zero)));
  const uint32_t high = (uint32_t)_mm_movemask_epi8(_mm_or_si128(b, _mm_cmpeq_epi8(b, zero)));
  const uint32_t others = low | high << 16;
  return others == 0 ? 32 : (size_t)__builtin_ctz(others);
#else
  size_t run = 0;
  for (int i = 0; i < 32; i++) to[i] = from[i];
  while (run < 32 && from[run] != 0 && from[run] < 0x80) run++;
  return run;
#endif
}

/// Asks for the memory at an address, which is needed soon.
CSCAN_INLINE void cscan_prefetch(const void *address) { __builtin_prefetch(address, 1); }

#if defined(__SSE2__)
CSCAN_INLINE uint32_t cscan_where(__m128i x, uint8_t byte) {
  return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(x, _mm_set1_epi8((char)byte)));
}

/// Whether sixteen bytes hold nothing that `cscan_is_settled` looks for; a sequence that begins in
/// the last `open` of them is left to the next block.
CSCAN_INLINE bool cscan_are_settled(const uint8_t *bytes, __m128i separator, uint32_t open) {
  const __m128i x = _mm_loadu_si128((const __m128i *)(const void *)bytes);
  const uint32_t squares = cscan_where(x, 0x8E) >> 1 & cscan_where(x, 0xA1) >> 2;
  if ((cscan_where(x, 0xE3) & ~squares & (0xFFFFu >> open)) != 0) return false;
  if ((cscan_where(x, 'm') & cscan_where(x, '2') >> 1) != 0) return false;
  __m128i odd = _mm_cmpeq_epi8(x, _mm_set1_epi8((char)0xE2));
  odd = _mm_or_si128(odd, _mm_cmpeq_epi8(x, _mm_set1_epi8((char)0xEF)));
  odd = _mm_or_si128(odd, _mm_cmpeq_epi8(x, _mm_set1_epi8((char)0xC2)));
  odd = _mm_or_si128(odd, _mm_cmpeq_epi8(x, _mm_set1_epi8('"')));
  odd = _mm_or_si128(odd, _mm_cmpeq_epi8(x, _mm_set1_epi8('\'')));
  odd = _mm_or_si128(odd, _mm_cmpeq_epi8(_mm_min_epu8(x, _mm_set1_epi8(0x1F)), x));
  const uint32_t blanks = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(x, _mm_set1_epi8(' ')));
  const uint32_t seps = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(x, separator));
  return _mm_movemask_epi8(odd) == 0 && (blanks & (seps << 1 | seps >> 1)) == 0;
}
#endif

/// Whether every cell of a record stands as it is compared: no quote, apostrophe or control
/// character, nothing that width folding may change (the lead bytes C2, E2, E3 and EF, but for ㎡,
/// which is compared as it stands), no m2, which is compared as ㎡, and no blank beside a separator
/// or at an end. False may be wrong; true never is.
CSCAN_INLINE bool cscan_is_settled(const uint8_t *bytes, size_t count, uint8_t separator) {
  if (count == 0 || bytes[0] == ' ' || bytes[count - 1] == ' ') return false;
  size_t i = 0;
#if defined(__SSE2__)
  if (count >= 16) {
    const __m128i sep = _mm_set1_epi8((char)separator);
    // Blocks share two bytes, so that what belongs together lies in one of them.
    for (; i + 16 < count; i += 14) {
      if (!cscan_are_settled(bytes + i, sep, 2)) return false;
    }
    return cscan_are_settled(bytes + count - 16, sep, 0);
  }
#endif
  for (; i < count; i++) {
    const uint8_t byte = bytes[i];
    if (byte == '"' || byte == '\'' || byte < 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xEF) {
      return false;
    }
    if (byte == 0xE3 && (i + 2 >= count || bytes[i + 1] != 0x8E || bytes[i + 2] != 0xA1)) return false;
    if (byte == 'm' && i + 1 < count && bytes[i + 1] == '2') return false;
    if (byte == ' ' && (bytes[i - 1] == separator || bytes[i + 1] == separator)) return false;
  }
  return true;
}

#if defined(__SSE2__)

CSCAN_INLINE uint64_t cscan_bits(__m128i a, __m128i b, __m128i c, __m128i d) {
  return (uint64_t)(uint32_t)_mm_movemask_epi8(a) | (uint64_t)(uint32_t)_mm_movemask_epi8(b) << 16 |
         (uint64_t)(uint32_t)_mm_movemask_epi8(c) << 32 |
         (uint64_t)(uint32_t)_mm_movemask_epi8(d) << 48;
}

/// For bytes that many blocks do not have: one test, and bits only where there are some.
CSCAN_INLINE uint64_t cscan_rare(__m128i a, __m128i b, __m128i c, __m128i d, char byte) {
  const __m128i wanted = _mm_set1_epi8(byte);
  a = _mm_cmpeq_epi8(a, wanted);
  b = _mm_cmpeq_epi8(b, wanted);
  c = _mm_cmpeq_epi8(c, wanted);
  d = _mm_cmpeq_epi8(d, wanted);
  const __m128i any = _mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d));
  return _mm_movemask_epi8(any) == 0 ? 0 : cscan_bits(a, b, c, d);
}

/// The masks of the 64 bytes from `bytes` on.
CSCAN_INLINE cscan_masks cscan_block(const uint8_t *bytes, uint8_t separator) {
  const __m128i *from = (const __m128i *)(const void *)bytes;
  const __m128i a = _mm_loadu_si128(from), b = _mm_loadu_si128(from + 1);
  const __m128i c = _mm_loadu_si128(from + 2), d = _mm_loadu_si128(from + 3);
  const __m128i wanted = _mm_set1_epi8((char)separator);
  cscan_masks masks;
  masks.separators = cscan_bits(_mm_cmpeq_epi8(a, wanted), _mm_cmpeq_epi8(b, wanted),
                                _mm_cmpeq_epi8(c, wanted), _mm_cmpeq_epi8(d, wanted));
  masks.quotes = cscan_rare(a, b, c, d, '"');
  masks.feeds = cscan_rare(a, b, c, d, '\n');
  masks.returns = cscan_rare(a, b, c, d, '\r');
  return masks;
}

#elif defined(__aarch64__)

CSCAN_INLINE uint64_t cscan_equal(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d,
                                  uint8_t byte) {
  const uint8x16_t wanted = vdupq_n_u8(byte);
  const uint8x16_t bits = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  a = vandq_u8(vceqq_u8(a, wanted), bits);
  b = vandq_u8(vceqq_u8(b, wanted), bits);
  c = vandq_u8(vceqq_u8(c, wanted), bits);
  d = vandq_u8(vceqq_u8(d, wanted), bits);
  const uint8x16_t sum = vpaddq_u8(vpaddq_u8(a, b), vpaddq_u8(c, d));
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sum, sum)), 0);
}

/// The masks of the 64 bytes from `bytes` on.
CSCAN_INLINE cscan_masks cscan_block(const uint8_t *bytes, uint8_t separator) {
  const uint8x16_t a = vld1q_u8(bytes), b = vld1q_u8(bytes + 16);
  const uint8x16_t c = vld1q_u8(bytes + 32), d = vld1q_u8(bytes + 48);
  cscan_masks masks;
  masks.separators = cscan_equal(a, b, c, d, separator);
  masks.quotes = cscan_equal(a, b, c, d, '"');
  masks.feeds = cscan_equal(a, b, c, d, '\n');
  masks.returns = cscan_equal(a, b, c, d, '\r');
  return masks;
}

#else

/// The masks of the 64 bytes from `bytes` on.
CSCAN_INLINE cscan_masks cscan_block(const uint8_t *bytes, uint8_t separator) {
  cscan_masks masks = {0, 0, 0, 0};
  for (int i = 0; i < 64; i++) {
    const uint64_t bit = (uint64_t)1 << i;
    if (bytes[i] == separator) masks.separators |= bit;
    if (bytes[i] == '"') masks.quotes |= bit;
    if (bytes[i] == '\n') masks.feeds |= bit;
    if (bytes[i] == '\r') masks.returns |= bit;
  }
  return masks;
}

#endif
#endif
