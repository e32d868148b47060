#include "CScan.h"

#include <string.h>

/// The length of the well-formed sequence at the beginning of `bytes`; 0 when there is none.
static size_t sequence(const uint8_t *bytes, size_t count) {
  const uint8_t lead = bytes[0];
  uint8_t low = 0x80, high = 0xBF;
  size_t length;
  if (lead < 0x80) return lead != 0;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) {
    length = 2;
  } else if (lead < 0xF0) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead < 0xF5) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  if (count < length || bytes[1] < low || bytes[1] > high) return 0;
  for (size_t i = 2; i < length; i++) {
    if ((bytes[i] & 0xC0) != 0x80) return 0;
  }
  return length;
}

static bool is_text_plain(const uint8_t *bytes, size_t count) {
  size_t i = 0;
  while (i < count) {
    // Eight bytes of ASCII, none of them NUL; then runs of Han characters.
    if (i + 8 <= count) {
      uint64_t word;
      memcpy(&word, bytes + i, 8);
      if (((word | (word - 0x0101010101010101)) & 0x8080808080808080) == 0) {
        i += 8;
        continue;
      }
      while (i + 3 <= count && bytes[i] >= 0xE1 && bytes[i] <= 0xEC &&
             (bytes[i + 1] & 0xC0) == 0x80 && (bytes[i + 2] & 0xC0) == 0x80) {
        i += 3;
      }
      if (i == count) return true;
    }
    const size_t length = sequence(bytes + i, count - i);
    if (length == 0) return false;
    i += length;
  }
  return true;
}

#if defined(__x86_64__)
#include <immintrin.h>

// Three tables say, for the high and the low half of a byte and the high half of the next one,
// which mistakes a pair of bytes can be; a pair is wrong where all three agree on one. (Keiser and
// Lemire, "Validating UTF-8 in less than one instruction per byte", 2020.)
enum {
  TOO_SHORT = 1 << 0,   // lead, then no continuation
  TOO_LONG = 1 << 1,    // ASCII, then a continuation
  OVERLONG_3 = 1 << 2,  // E0 80…9F
  TOO_LARGE = 1 << 3,   // F4 90… and above
  SURROGATE = 1 << 4,   // ED A0…BF
  OVERLONG_2 = 1 << 5,  // C0, C1
  OVERLONG_4 = 1 << 6,  // F0 80…8F; also F5… above
  TWO_CONTS = 1 << 7,   // two continuations: right only where a longer lead asks for them
  CARRY = TOO_SHORT | TOO_LONG | TWO_CONTS,
};

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline __m256i table(const uint8_t values[16]) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)values));
}

/// The bytes `back` places before each byte of `input`.
#define BEFORE(input, last, back) \
  _mm256_alignr_epi8(input, _mm256_permute2x128_si256(last, input, 0x21), 16 - (back))

AVX2 static bool is_text_avx2(const uint8_t *bytes, size_t count) {
  static const uint8_t first_high[16] = {
      TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
      TWO_CONTS, TWO_CONTS, TWO_CONTS, TWO_CONTS, TOO_SHORT | OVERLONG_2, TOO_SHORT,
      TOO_SHORT | OVERLONG_3 | SURROGATE, TOO_SHORT | TOO_LARGE | OVERLONG_4};
  // OVERLONG_4 stands for "F5 and above with 80…8F" as well: both have the same second half.
  static const uint8_t first_low[16] = {
      CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4, CARRY | OVERLONG_2, CARRY, CARRY,
      CARRY | TOO_LARGE, CARRY | TOO_LARGE | OVERLONG_4, CARRY | TOO_LARGE | OVERLONG_4,
      CARRY | TOO_LARGE | OVERLONG_4, CARRY | TOO_LARGE | OVERLONG_4,
      CARRY | TOO_LARGE | OVERLONG_4, CARRY | TOO_LARGE | OVERLONG_4,
      CARRY | TOO_LARGE | OVERLONG_4, CARRY | TOO_LARGE | OVERLONG_4,
      CARRY | TOO_LARGE | OVERLONG_4 | SURROGATE, CARRY | TOO_LARGE | OVERLONG_4,
      CARRY | TOO_LARGE | OVERLONG_4};
  static const uint8_t second_high[16] = {
      TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
      TOO_LONG | OVERLONG_2 | TWO_CONTS | OVERLONG_3 | OVERLONG_4,
      TOO_LONG | OVERLONG_2 | TWO_CONTS | OVERLONG_3 | TOO_LARGE,
      TOO_LONG | OVERLONG_2 | TWO_CONTS | SURROGATE | TOO_LARGE,
      TOO_LONG | OVERLONG_2 | TWO_CONTS | SURROGATE | TOO_LARGE,
      TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT};
  // The last bytes of a block that leave a sequence unfinished are larger than these.
  static const uint8_t unfinished[32] = {
      255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
      255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0xEF, 0xDF, 0xBF};
  const __m256i first_highs = table(first_high), first_lows = table(first_low);
  const __m256i second_highs = table(second_high);
  const __m256i half = _mm256_set1_epi8(0x0F), zero = _mm256_setzero_si256();
  const __m256i limits = _mm256_loadu_si256((const __m256i *)(const void *)unfinished);
  __m256i last = zero, wrong = zero, open = zero;
  uint8_t padded[32];
  for (size_t i = 0; i < count; i += 32) {
    __m256i input;
    if (i + 32 <= count) {
      input = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + i));
    } else {
      memset(padded, ' ', sizeof padded);
      memcpy(padded, bytes + i, count - i);
      input = _mm256_loadu_si256((const __m256i *)(const void *)padded);
    }
    wrong = _mm256_or_si256(wrong, _mm256_cmpeq_epi8(input, zero));
    if (_mm256_movemask_epi8(input) == 0) {
      wrong = _mm256_or_si256(wrong, open);
      open = zero;
    } else {
      const __m256i before1 = BEFORE(input, last, 1);
      const __m256i mistakes = _mm256_and_si256(
          _mm256_and_si256(
              _mm256_shuffle_epi8(first_highs,
                                  _mm256_and_si256(_mm256_srli_epi16(before1, 4), half)),
              _mm256_shuffle_epi8(first_lows, _mm256_and_si256(before1, half))),
          _mm256_shuffle_epi8(second_highs, _mm256_and_si256(_mm256_srli_epi16(input, 4), half)));
      // A third or fourth byte of a sequence must be the second of two continuations, and no other.
      const __m256i third = _mm256_subs_epu8(BEFORE(input, last, 2), _mm256_set1_epi8(0xE0 - 0x80));
      const __m256i fourth =
          _mm256_subs_epu8(BEFORE(input, last, 3), _mm256_set1_epi8((char)(0xF0 - 0x80)));
      const __m256i needed =
          _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
      wrong = _mm256_or_si256(wrong, _mm256_xor_si256(needed, mistakes));
      open = _mm256_subs_epu8(input, limits);
    }
    last = input;
  }
  wrong = _mm256_or_si256(wrong, open);
  return _mm256_testz_si256(wrong, wrong);
}

bool cscan_is_text(const uint8_t *bytes, size_t count) {
  return __builtin_cpu_supports("avx2") ? is_text_avx2(bytes, count) : is_text_plain(bytes, count);
}

#else

bool cscan_is_text(const uint8_t *bytes, size_t count) { return is_text_plain(bytes, count); }

#endif

static bool is_edge(uint8_t byte, uint8_t separator) {
  return byte == separator || byte == '\n' || byte == '\r';
}

/// Whether a byte is marked; the stretch ends before `left` bytes from it on, and `before` is the
/// byte before it.
static bool is_unsettled(const uint8_t *bytes, size_t left, uint8_t before, uint8_t separator) {
  switch (bytes[0]) {
    case '"': case '\'': case 0xC2: case 0xE2: case 0xEF: return true;
    case 0xE3: return left < 3 || bytes[1] != 0x8E || bytes[2] != 0xA1;
    case 'm': return left > 1 && bytes[1] == '2';
    case ' ': return is_edge(before, separator) || left < 2 || is_edge(bytes[1], separator);
    default: return bytes[0] < 0x20 && bytes[0] != separator;
  }
}

static void mark_unsettled_plain(const uint8_t *bytes, size_t from, size_t to, size_t count,
                                 uint8_t separator, uint64_t *marks) {
  for (size_t i = from; i < to; i++) {
    if (i % 64 == 0) marks[i / 64] = 0;
    const uint8_t before = i == 0 ? separator : bytes[i - 1];
    if (is_unsettled(bytes + i, count - i, before, separator)) {
      marks[i / 64] |= (uint64_t)1 << i % 64;
    }
  }
}

#if defined(__x86_64__)

/// Bytes that are an edge of a cell.
AVX2 static inline __m256i edges(const uint8_t *bytes, __m256i separator) {
  const __m256i x = _mm256_loadu_si256((const __m256i *)(const void *)bytes);
  return _mm256_or_si256(_mm256_cmpeq_epi8(x, separator),
                         _mm256_or_si256(_mm256_cmpeq_epi8(x, _mm256_set1_epi8('\n')),
                                         _mm256_cmpeq_epi8(x, _mm256_set1_epi8('\r'))));
}

AVX2 static inline __m256i equal(const uint8_t *bytes, uint8_t byte) {
  return _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(const void *)bytes),
                           _mm256_set1_epi8((char)byte));
}

/// The marks of 32 bytes, of which neither is at an end of the stretch.
AVX2 static inline uint32_t unsettled(const uint8_t *bytes, __m256i separator) {
  // Two tables say, for the high and the low half of a byte, which odd bytes it can be: 1 control
  // characters, 2 E2 and EF, 4 C2, 8 the quote and the apostrophe.
  static const uint8_t highs[16] = {[0] = 1, [1] = 1, [2] = 8, [0xC] = 4, [0xE] = 2};
  static const uint8_t lows[16] = {1, 1, 1 | 2 | 4 | 8, 1, 1, 1, 1, 1 | 8, 1, 1, 1, 1, 1, 1, 1, 1 | 2};
  const __m256i x = _mm256_loadu_si256((const __m256i *)(const void *)bytes);
  const __m256i half = _mm256_set1_epi8(0x0F), zero = _mm256_setzero_si256();
  const __m256i kinds = _mm256_and_si256(
      _mm256_shuffle_epi8(table(highs), _mm256_and_si256(_mm256_srli_epi16(x, 4), half)),
      _mm256_shuffle_epi8(table(lows), _mm256_and_si256(x, half)));
  const __m256i plain =
      _mm256_or_si256(_mm256_cmpeq_epi8(kinds, zero), _mm256_cmpeq_epi8(x, separator));
  uint32_t marks = ~(uint32_t)_mm256_movemask_epi8(plain);
  const __m256i squares = _mm256_and_si256(equal(bytes + 1, 0x8E), equal(bytes + 2, 0xA1));
  const __m256i folds = _mm256_andnot_si256(squares, equal(bytes, 0xE3));
  const __m256i units = _mm256_and_si256(equal(bytes, 'm'), equal(bytes + 1, '2'));
  marks |= (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(folds, units));
  const __m256i blanks = _mm256_cmpeq_epi8(x, _mm256_set1_epi8(' '));
  if (_mm256_movemask_epi8(blanks) != 0) {
    const __m256i beside = _mm256_or_si256(edges(bytes - 1, separator), edges(bytes + 1, separator));
    marks |= (uint32_t)_mm256_movemask_epi8(_mm256_and_si256(blanks, beside));
  }
  return marks;
}

AVX2 static void mark_unsettled_avx2(const uint8_t *bytes, size_t count, uint8_t separator,
                                     uint64_t *marks) {
  mark_unsettled_plain(bytes, 0, count < 64 ? count : 64, count, separator, marks);
  const __m256i separators = _mm256_set1_epi8((char)separator);
  size_t i = 64;
  // The last bytes of the stretch are looked at one by one.
  for (; i + 66 <= count; i += 64) {
    marks[i / 64] = unsettled(bytes + i, separators) |
                    (uint64_t)unsettled(bytes + i + 32, separators) << 32;
  }
  mark_unsettled_plain(bytes, i, count, count, separator, marks);
}

void cscan_mark_unsettled(const uint8_t *bytes, size_t count, uint8_t separator, uint64_t *marks) {
  if (__builtin_cpu_supports("avx2")) {
    mark_unsettled_avx2(bytes, count, separator, marks);
  } else {
    mark_unsettled_plain(bytes, 0, count, count, separator, marks);
  }
}

#else

void cscan_mark_unsettled(const uint8_t *bytes, size_t count, uint8_t separator, uint64_t *marks) {
  mark_unsettled_plain(bytes, 0, count, count, separator, marks);
}

#endif
