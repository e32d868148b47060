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
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

/// Whether the bytes are well-formed UTF-8 without a NUL.
bool cscan_is_text(const uint8_t *bytes, size_t count);

/// Marks the bytes of a stretch of records because of which a cell is not compared as it stands:
/// quotes, apostrophes, control characters but the separator, line ends, the lead bytes of what width
/// folding may change (C2, E2, E3 and EF, but for ㎡), m2, which is compared as ㎡, and blanks beside a
/// separator, a line end or an end of the stretch.
///
/// Bit i % 64 of `marks[i / 64]` is byte i; there must be a word for every 64 bytes begun. A mark may
/// be needless; what has none stands as it is compared. Two bytes behind the stretch are read.
void cscan_mark_unsettled(const uint8_t *bytes, size_t count, uint8_t separator, uint64_t *marks);

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

/// Where one record of a piece stands among the edges of its fields.
typedef struct {
  /// The edge before the first field; the field ends follow it.
  uint32_t firstEdge;
  uint32_t fieldCount;
  /// Lines of the piece before the record.
  uint32_t line;
} cscan_record;

/// A cell of which is known what it was read as: its first sixteen bytes, the first one lowest and
/// zeros behind its end, its length, or -1 where no cell stands.
typedef struct {
  uint64_t low;
  uint64_t high;
  int32_t count;
  int32_t value;
  uint32_t hash;
  /// Where the bytes of a cell of more than sixteen begin.
  uint32_t start;
} cscan_word;

/// The value of a cell in which nothing is written.
#define CSCAN_NOTHING INT32_MIN

/// The hash of a cell of at most sixteen bytes.
CSCAN_INLINE uint32_t cscan_word_hash(uint64_t low, uint64_t high, uint64_t count) {
  const unsigned __int128 product = (unsigned __int128)(low ^ 0x8BB84B93962EACC9) *
                                    (high ^ (0xD6E8FEB86659FD93 + count));
  return (uint32_t)((uint64_t)(product >> 64) ^ (uint64_t)product);
}

/// Finds what the cells of one field were read as, for records of which all that are `plain` (0) have
/// the field; other records are given the value 0.
///
/// A cell that is quoted, longer than sixteen bytes, or does not stand in the table where its hash
/// says is left to the caller, as is an empty one if `needs_text`: their positions are written to
/// `left`, whose number is given. Sixteen bytes may be read from every place of the text; there are
/// `mask + 1` slots, a power of two.
CSCAN_INLINE size_t cscan_find_words(const uint8_t *text, const uint32_t *edges,
                                     const cscan_record *records, size_t count, size_t field,
                                     const uint8_t *plain, const cscan_word *slots, size_t mask,
                                     bool needs_text, int32_t *values, uint32_t *left) {
  static const uint64_t inside[17][2] = {
      {0, 0},        {0xFF, 0},       {~0ull >> 48, 0}, {~0ull >> 40, 0}, {~0ull >> 32, 0},
      {~0ull >> 24, 0}, {~0ull >> 16, 0}, {~0ull >> 8, 0},  {~0ull, 0},
      {~0ull, 0xFF}, {~0ull, ~0ull >> 48}, {~0ull, ~0ull >> 40}, {~0ull, ~0ull >> 32},
      {~0ull, ~0ull >> 24}, {~0ull, ~0ull >> 16}, {~0ull, ~0ull >> 8}, {~0ull, ~0ull}};
  size_t others = 0;
  for (size_t i = 0; i < count; i++) {
    values[i] = 0;
    if (plain[i] != 0) continue;
    const uint32_t *edge = edges + records[i].firstEdge + field;
    // The byte before the first record of a piece is place -1: the sum wraps.
    const uint32_t from = edge[0] + 1, length = edge[1] - from;
    if (length > 16 || (text[from] == '"' && length > 1)) {
      left[others++] = (uint32_t)i;
      continue;
    }
    uint64_t words[2];
    memcpy(words, text + from, sizeof words);
    const uint64_t low = words[0] & inside[length][0], high = words[1] & inside[length][1];
    const cscan_word *slot = slots + (cscan_word_hash(low, high, length) & mask);
    const uint64_t differs =
        (slot->low ^ low) | (slot->high ^ high) | ((uint32_t)slot->count ^ length);
    const int32_t value = slot->value;
    if (differs != 0 || (value == CSCAN_NOTHING && needs_text)) {
      left[others++] = (uint32_t)i;
    } else {
      values[i] = value == CSCAN_NOTHING ? 0 : value;
    }
  }
  return others;
}

#if defined(__SSE2__)

CSCAN_INLINE uint64_t cscan_bits(__m128i a, __m128i b, __m128i c, __m128i d) {
  return (uint64_t)(uint32_t)_mm_movemask_epi8(a) | (uint64_t)(uint32_t)_mm_movemask_epi8(b) << 16 |
         (uint64_t)(uint32_t)_mm_movemask_epi8(c) << 32 |
         (uint64_t)(uint32_t)_mm_movemask_epi8(d) << 48;
}

/// Which of the 64 bytes from `bytes` on are `wanted`: bit i is byte i.
CSCAN_INLINE uint64_t cscan_equal_bits(const uint8_t *bytes, uint8_t wanted) {
  const __m128i *from = (const __m128i *)(const void *)bytes;
  const __m128i all = _mm_set1_epi8((char)wanted);
  return cscan_bits(_mm_cmpeq_epi8(_mm_loadu_si128(from), all),
                    _mm_cmpeq_epi8(_mm_loadu_si128(from + 1), all),
                    _mm_cmpeq_epi8(_mm_loadu_si128(from + 2), all),
                    _mm_cmpeq_epi8(_mm_loadu_si128(from + 3), all));
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

/// Which of the 64 bytes from `bytes` on are `wanted`: bit i is byte i.
CSCAN_INLINE uint64_t cscan_equal_bits(const uint8_t *bytes, uint8_t wanted) {
  return cscan_equal(vld1q_u8(bytes), vld1q_u8(bytes + 16), vld1q_u8(bytes + 32),
                     vld1q_u8(bytes + 48), wanted);
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

/// Which of the 64 bytes from `bytes` on are `wanted`: bit i is byte i.
CSCAN_INLINE uint64_t cscan_equal_bits(const uint8_t *bytes, uint8_t wanted) {
  uint64_t bits = 0;
  for (int i = 0; i < 64; i++) bits |= (uint64_t)(bytes[i] == wanted) << i;
  return bits;
}

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
