#include "storage/tokens.h"

#include <algorithm>
#include <array>

#include "model/text.h"
#include "storage/quick_fold.h"

namespace vigie::storage {
namespace {

constexpr std::size_t k_longest_word = 64;

// Marks that make one letter with the kana before them: half-width and combining.
bool is_voiced_mark(char32_t c) { return c == 0xFF9E || c == 0xFF9F || c == 0x3099 || c == 0x309A; }

// The end of the letter at `at`, its voiced mark with it.
std::size_t end_of_letter(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t next = code_point_at(text, at).next;
  while (next < end && is_voiced_mark(code_point_at(text, next).value)) next = code_point_at(text, next).next;
  return next;
}

bool is_hangul(char32_t c) {
  return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3130 && c <= 0x318F);
}

// Characters that are invisible inside a word: soft hyphen, zero-width joiners, directional marks.
bool is_invisible(char32_t c) { return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF; }

bool is_ascii_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

enum class Kind { none, word, paired, dictionary };

Kind kind_of(char32_t c) {
  if (c < 0x80) return is_ascii_word(static_cast<char>(c)) ? Kind::word : Kind::none;
  if (is_voiced_mark(c)) return Kind::paired;
  if (is_cjk(c)) return is_word_character(c) || c == 0x30FC || c == 0x3005 ? Kind::paired : Kind::none;
  if (is_hangul(c)) return Kind::paired;
  if (is_unspaced_script(c)) return Kind::dictionary;
  return is_word_character(c) ? Kind::word : Kind::none;
}

// What a word is indexed as; `beside` is a second form at the same position, or empty.
struct Forms {
  std::string form;
  std::string beside;
};

// A word with its forms at hand, in one and a half cache lines: no word costs a pointer to follow.
struct Slot {
  std::uint64_t hash = 0;
  std::int8_t stem_class = k_no_stems;
  std::uint8_t word_size = 0;
  std::uint8_t form_size = 0;
  std::uint8_t beside_size = 0;
  std::array<char, 84> bytes{};

  std::string_view word() const { return {bytes.data(), word_size}; }
  std::string_view form() const { return {bytes.data() + word_size, form_size}; }
  std::string_view beside() const { return {bytes.data() + word_size + form_size, beside_size}; }
};

bool ends_with(std::string_view word, std::string_view end) {
  return word.size() > end.size() && word.substr(word.size() - end.size()) == end;
}

// Endings that never stand without their accent, put right where it was not typed: the stemmers know them with it only.
std::string with_accents(std::string_view algorithm, std::string word) {
  const auto mend = [&](std::string_view bare, std::string_view accented) {
    if (ends_with(word, bare)) word.replace(word.size() - bare.size(), bare.size(), accented);
  };
  if (algorithm == "spanish") {
    mend("cion", "ción");
    mend("sion", "sión");
  } else if (algorithm == "portuguese") {
    mend("cao", "ção");
    mend("coes", "ções");
  }
  return word;
}

void clip(std::string& word) {
  if (word.size() > k_longest_word) word.resize(clip_utf8(word, k_longest_word).size());
}

}  // namespace

bool is_paired(char32_t c) { return kind_of(c) == Kind::paired; }

struct Tokenizer::State {
  Stemmers stemmers;
  std::size_t most_remembered = 1;
  // Words are Zipf-distributed: with some ten thousand remembered, nine in ten need no stemmer.
  std::vector<Slot> remembered;
  Forms made;

  void make_forms(std::string_view word, int stem_class);
  bool word(std::string_view text, std::size_t begin, std::size_t end, int stem_class, TokenSink& sink);
  bool paired(std::string_view text, std::size_t begin, std::size_t end, TokenSink& sink);
  bool dictionary(std::string_view text, std::size_t begin, std::size_t end, TokenSink& sink);
};

// Sets `made`.
void Tokenizer::State::make_forms(std::string_view word, int stem_class) {
  made.beside.clear();
  const char32_t first = code_point_at(word, 0).value;
  const bool digits = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool stemmed = stem_class != k_no_stems && !digits && word.size() <= k_longest_word &&
                       is_of_script(first, stem_classes()[static_cast<std::size_t>(stem_class)].script);
  if (!stemmed) {
    made.form = quick_fold(word);
    clip(made.form);
    return;
  }
  const StemClass& stems = stem_classes()[static_cast<std::size_t>(stem_class)];
  const char letter = stem_letter(stem_class);
  std::string source(word);
  if (stems.algorithm == "turkish") {
    // Turkish has two letters i: the capital of the dotless one is the ASCII I.
    std::string turkish;
    for (std::size_t at = 0; at < source.size();) {
      const CodePoint point = code_point_at(source, at);
      append_utf8(turkish, point.value == 'I' ? 0x131 : point.value == 0x130 ? U'i' : point.value);
      at = point.next;
    }
    source = std::move(turkish);
  }
  const std::string cased = with_accents(stems.algorithm, quick_fold_case(source));
  made.form = letter + quick_fold(stemmers.stem(stem_class, cased));
  clip(made.form);
  if (stems.script != StemClass::Script::latin && stems.script != StemClass::Script::latin_or_cyrillic) return;
  const std::string folded = quick_fold(cased);
  if (folded == cased) return;
  made.beside = letter + quick_fold(stemmers.stem(stem_class, with_accents(stems.algorithm, folded)));
  clip(made.beside);
  if (made.beside == made.form) made.beside.clear();
}

bool Tokenizer::State::word(std::string_view text, std::size_t begin, std::size_t end, int stem_class,
                            TokenSink& sink) {
  if (remembered.empty()) remembered.resize(most_remembered);
  const std::string_view word = text.substr(begin, std::min(end - begin, 4 * k_longest_word));
  const std::uint64_t hash = hash64(word, static_cast<std::uint64_t>(stem_class + 1));
  Slot& slot = remembered[hash % remembered.size()];
  std::string_view form = slot.form();
  std::string_view beside = slot.beside();
  if (slot.hash != hash || slot.stem_class != stem_class || slot.word() != word) {
    make_forms(word, stem_class);
    form = made.form;
    beside = made.beside;
    if (word.size() + form.size() + beside.size() <= slot.bytes.size()) {
      slot.hash = hash;
      slot.stem_class = static_cast<std::int8_t>(stem_class);
      slot.word_size = static_cast<std::uint8_t>(word.size());
      slot.form_size = static_cast<std::uint8_t>(form.size());
      slot.beside_size = static_cast<std::uint8_t>(beside.size());
      char* const behind = std::copy(form.begin(), form.end(), std::copy(word.begin(), word.end(), slot.bytes.data()));
      std::copy(beside.begin(), beside.end(), behind);
    }
  }
  const auto from = static_cast<std::uint32_t>(begin);
  const auto to = static_cast<std::uint32_t>(end);
  if (form.empty()) return true;
  if (!sink.take({form, from, to, false})) return false;
  return beside.empty() || sink.take({beside, from, to, true});
}

bool Tokenizer::State::paired(std::string_view text, std::size_t begin, std::size_t end, TokenSink& sink) {
  const auto own_fold = [text](std::size_t from, std::size_t to) {
    return from == to || (to == code_point_at(text, from).next && is_own_fold(code_point_at(text, from).value));
  };
  for (std::size_t at = begin; at < end;) {
    const std::size_t middle = end_of_letter(text, at, end);
    const std::size_t next = middle < end ? end_of_letter(text, middle, end) : middle;
    // Half-width forms, voiced marks and compatibility ideographs become the ordinary ones.
    const bool more = own_fold(at, middle) && own_fold(middle, next)
                          ? sink.take({text.substr(at, next - at), static_cast<std::uint32_t>(at),
                                       static_cast<std::uint32_t>(next), false})
                          : word(text, at, next, k_no_stems, sink);
    if (!more) return false;
    at = middle;
  }
  return true;
}

bool Tokenizer::State::dictionary(std::string_view text, std::size_t begin, std::size_t end, TokenSink& sink) {
  for (const WordSpan& span : split_words(text.substr(begin, end - begin))) {
    if (!word(text, begin + span.begin, begin + span.end, k_no_stems, sink)) return false;
  }
  return true;
}

Tokenizer::Tokenizer(std::size_t remembered) : state_(std::make_unique<State>()) {
  state_->most_remembered = std::max<std::size_t>(1, remembered);
}
Tokenizer::~Tokenizer() = default;

void Tokenizer::cut(std::string_view text, std::string_view language, TokenSink& sink) {
  cut(text, stem_class_of(language), sink);
}

void Tokenizer::cut(std::string_view text, int stem_class, TokenSink& sink) {
  for (std::size_t at = 0; at < text.size();) {
    CodePoint point = code_point_at(text, at);
    const Kind kind = kind_of(point.value);
    if (kind == Kind::none) {
      at = point.next;
      continue;
    }
    std::size_t end = point.next;
    while (end < text.size()) {
      if (kind == Kind::word && is_ascii_word(text[end])) {
        ++end;
        continue;
      }
      point = code_point_at(text, end);
      if (kind_of(point.value) != kind && !(kind != Kind::paired && is_invisible(point.value))) break;
      end = point.next;
    }
    const bool more = kind == Kind::word     ? state_->word(text, at, end, stem_class, sink)
                      : kind == Kind::paired ? state_->paired(text, at, end, sink)
                                             : state_->dictionary(text, at, end, sink);
    if (!more) return;
    at = end;
  }
}

}  // namespace vigie::storage
