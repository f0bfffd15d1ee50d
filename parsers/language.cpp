#include "parsers/language.h"

#include <cstdio>  // CLD2's header needs it and does not say so

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <string>

#include "model/text.h"
#include "parsers/language_han.h"
#include "parsers/language_scores.h"
#include "parsers/language_script.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_text_read = 16384;
constexpr std::size_t k_title_read = 2048;
constexpr std::size_t k_words_read = 2048;  // CLD2 reads the rest as well
constexpr std::size_t k_long = 600;         // bytes that CLD2 knows the language of, where it knows the language

std::string from_cld_code(std::string_view code) {
  if (code == "iw") return "he";
  if (code == "zh") return "zh-Hans";
  if (code == "nb") return "no";
  if (code == "tl") return "fil";
  if (code == "jw") return "jv";
  if (code == "sr") return "sr-Cyrl";
  return std::string(code);
}

struct Neighbours {
  std::array<std::string_view, 3> languages;
  double share;  // of a vote for one of them that each other gets
};
constexpr std::array k_neighbours = {Neighbours{{"hr", "bs", "sr-Latn"}, 0.85}, Neighbours{{"id", "ms", ""}, 0.85},
                                     Neighbours{{"da", "no", ""}, 0.55}, Neighbours{{"mk", "sr-Cyrl", ""}, 0.85}};

// CLD2's votes, in parts of 1; whether it is sure of them.
bool add_cld_votes(const std::string& text, Script script, Scores& scores, double weight) {
  // CLD2 leaves them as they are when it stops at malformed bytes.
  CLD2::Language languages[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
  int percents[3] = {0, 0, 0};
  double normalized[3] = {0, 0, 0};
  int bytes = 0;
  int valid = 0;
  bool reliable = false;
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &hints, 0, languages,
                                          percents, normalized, nullptr, &bytes, &reliable, &valid);
  for (int i = 0; i < 3; ++i) {
    if (languages[i] == CLD2::UNKNOWN_LANGUAGE || percents[i] <= 0) continue;
    const std::string code = from_cld_code(CLD2::LanguageCode(languages[i]));
    // A vote for English in a text of Arabic letters was for the names in it.
    if (script != Script::latin && !scores.contains(code)) continue;
    const double vote = weight * percents[i] / 100;
    scores[code] += vote;
    // Neighbours CLD2 takes for one another: there it says which family it is, and the words have to say the rest.
    for (const Neighbours& group : k_neighbours) {
      const auto& [near_languages, share] = group;
      if (std::find(near_languages.begin(), near_languages.end(), code) == near_languages.end()) continue;
      for (const std::string_view near : near_languages) {
        if (!near.empty() && near != code) scores[std::string(near)] += share * vote;
      }
    }
  }
  return reliable;
}

std::string primary(std::string_view tag) { return ascii_lower(tag.substr(0, tag.find_first_of("-_"))); }

// What a top-level domain says of the language, where it says one thing.
std::string_view language_of_domain(std::string_view host) {
  struct Domain {
    std::string_view tld;
    std::string_view language;
  };
  static constexpr std::array k_domains = {
      Domain{"al", "sq"}, Domain{"ar", "es"}, Domain{"at", "de"}, Domain{"az", "az"}, Domain{"ba", "bs"},
      Domain{"bd", "bn"}, Domain{"bg", "bg"}, Domain{"br", "pt"}, Domain{"by", "ru"}, Domain{"cat", "ca"},
      Domain{"cl", "es"}, Domain{"cn", "zh"}, Domain{"co", ""},   Domain{"cz", "cs"}, Domain{"de", "de"},
      Domain{"dk", "da"}, Domain{"ee", "et"}, Domain{"eg", "ar"}, Domain{"es", "es"}, Domain{"fi", "fi"},
      Domain{"fr", "fr"}, Domain{"ge", "ka"}, Domain{"gr", "el"}, Domain{"hk", "zh"}, Domain{"hr", "hr"},
      Domain{"hu", "hu"}, Domain{"id", "id"}, Domain{"il", "he"}, Domain{"ir", "fa"}, Domain{"is", "is"},
      Domain{"it", "it"}, Domain{"jp", "ja"}, Domain{"kr", "ko"}, Domain{"kz", "kk"}, Domain{"lt", "lt"},
      Domain{"lv", "lv"}, Domain{"me", ""},   Domain{"mk", "mk"}, Domain{"mn", "mn"}, Domain{"mx", "es"},
      Domain{"my", "ms"}, Domain{"nl", "nl"}, Domain{"no", "no"}, Domain{"pe", "es"}, Domain{"ph", "en"},
      Domain{"pl", "pl"}, Domain{"pt", "pt"}, Domain{"ro", "ro"}, Domain{"rs", "sr"}, Domain{"ru", "ru"},
      Domain{"sa", "ar"}, Domain{"se", "sv"}, Domain{"si", "sl"}, Domain{"sk", "sk"}, Domain{"th", "th"},
      Domain{"tr", "tr"}, Domain{"tw", "zh"}, Domain{"ua", "uk"}, Domain{"uk", "en"}, Domain{"us", "en"},
      Domain{"uz", "uz"}, Domain{"vn", "vi"}};
  const std::string_view tld = host.substr(host.rfind('.') + 1);
  for (const Domain& domain : k_domains) {
    if (equals_ignoring_ascii_case(domain.tld, tld)) return domain.language;
  }
  return {};
}

std::string normal_code(std::string_view tag) {
  std::string code = primary(tag);
  if (code == "nb") return "no";
  if (code == "tl") return "fil";
  if (code == "iw") return "he";
  if (code == "in") return "id";
  return code;
}

// Hints help the languages the text could be; they never bring in one it shows no sign of.
void add_hint(Scores& scores, std::string_view tag, double weight) {
  const std::string code = normal_code(tag);
  if (code.empty()) return;
  for (auto& [language, score] : scores) {
    if (primary(language) == code && score > -1) score += weight;
  }
}

// The language of that code that the text's script may be, empty where it is none.
std::string of_script(const Scores& scores, std::string_view tag) {
  const std::string code = normal_code(tag);
  for (const auto& [language, score] : scores) {
    if (!code.empty() && primary(language) == code) return language;
  }
  return {};
}

std::string best_of(const Scores& scores) {
  std::string best;
  double most = 0;
  for (const auto& [language, score] : scores) {
    if (score > most) {
      most = score;
      best = language;
    }
  }
  return best;
}

// Little news is written in these: without a hint it takes more to be one of them than to be a neighbour of theirs.
// Names and product words alone read as English.
void add_priors(Scores& scores, Script script) {
  static constexpr std::array<std::string_view, 24> k_rare = {"af", "gl", "oc", "lb", "fo", "nn", "la",  "ht",
                                                              "jv", "su", "eo", "gd", "so", "ha", "yo",  "zu",
                                                              "cv", "os", "ce", "ba", "tt", "sa", "bho", "tk"};
  static constexpr std::array<std::string_view, 13> k_common = {"en", "es", "fr", "de", "pt", "it", "nl",
                                                                "pl", "tr", "id", "vi", "ru", "sv"};
  for (auto& [language, score] : scores) {
    if (std::find(k_rare.begin(), k_rare.end(), language) != k_rare.end()) score -= 1.2;
    if (std::find(k_common.begin(), k_common.end(), language) != k_common.end()) score += 0.4;
  }
  for (const std::string_view usual : {"ar", "ru", "hi"}) {
    if (const auto found = scores.find(usual); found != scores.end()) found->second += 0.2;
  }
  // Of neighbours, the one with more readers.
  for (const std::string_view smaller : {"bs", "ms"}) {
    if (const auto found = scores.find(smaller); found != scores.end()) found->second -= 0.5;
  }
  if (script == Script::latin) scores["en"] += 0.5;
}

bool holds_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return text.find(part) != text.npos; });
}

bool hinted(const LanguageHints& hints, std::string_view code) {
  return normal_code(hints.declared) == code || normal_code(hints.source_language) == code;
}

std::string chinese_form(const LanguageHints& hints, const HanForms& forms) {
  if (forms.traditional != forms.simplified) return forms.traditional > forms.simplified ? "zh-Hant" : "zh-Hans";
  for (const std::string& tag : {ascii_lower(hints.declared), ascii_lower(hints.source_language)}) {
    if (holds_any(tag, {"hant", "zh-tw", "zh_tw", "zh-hk", "zh-mo"})) return "zh-Hant";
  }
  if (hints.host.ends_with(".tw") || hints.host.ends_with(".hk")) return "zh-Hant";
  return "zh-Hans";
}

// Brazil and Portugal spell alike and differ in words; where none of them stands, the hints or neither.
std::string portuguese_form(const std::string& lower, const LanguageHints& hints) {
  static constexpr std::array<std::string_view, 26> k_brazil = {
      " você",     " vocês ",   "governo federal", " brasil", " fato",      " equipe",  " ônibus",
      " time ",    " celular",  " usuário",        " trem ",  " atualiza",  " direto",  " eletrônic",
      " ação ",    " registro", " gol ",           " mídia",  " bilhões",   " polônia", " econômic",
      " acadêmic", " gênero",   " senador",        " reais ", " está sendo"};
  static constexpr std::array<std::string_view, 26> k_portugal = {
      " facto",    " equipa",     " autocarro", " telemóvel", " utilizador", " comboio",     " actualiza",
      " directo",  " electrónic", " acção ",    " registo",   " golo ",      " mil milhões", " polónia",
      " económic", " académic",   " género",    " portugal",  " lisboa",     " está a ",     " estão a ",
      " ecrã",     " sítio",      " ficheiro",  " milhar",    " desporto"};
  const auto count = [&lower](const auto& words) {
    return std::count_if(words.begin(), words.end(),
                         [&](std::string_view word) { return lower.find(word) != lower.npos; });
  };
  const auto brazil = count(k_brazil);
  const auto portugal = count(k_portugal);
  if (brazil != portugal) return brazil > portugal ? "pt-BR" : "pt-PT";
  for (const std::string& tag : {ascii_lower(hints.declared), ascii_lower(hints.source_language)}) {
    if (holds_any(tag, {"pt-br", "pt_br"})) return "pt-BR";
    if (holds_any(tag, {"pt-pt", "pt_pt"})) return "pt-PT";
  }
  if (hints.host.ends_with(".br")) return "pt-BR";
  return hints.host.ends_with(".pt") ? "pt-PT" : "pt";
}

// Scripts that one language, or nearly one, writes its news in.
std::string language_of_script(Script script, std::string_view text) {
  switch (script) {
    case Script::greek:
      return "el";
    case Script::armenian:
      return "hy";
    case Script::georgian:
      return "ka";
    case Script::hebrew:
      return holds_any(text, {"ײ", "ױ", "װ", " פון ", " דער ", " און "}) ? "yi" : "he";
    case Script::bengali:
      return holds_any(text, {"ৰ", "ৱ"}) ? "as" : "bn";
    case Script::gurmukhi:
      return "pa";
    case Script::gujarati:
      return "gu";
    case Script::oriya:
      return "or";
    case Script::tamil:
      return "ta";
    case Script::telugu:
      return "te";
    case Script::kannada:
      return "kn";
    case Script::malayalam:
      return "ml";
    case Script::sinhala:
      return "si";
    case Script::thai:
      return "th";
    case Script::lao:
      return "lo";
    case Script::tibetan:
      return "bo";
    case Script::myanmar:
      return "my";
    case Script::khmer:
      return "km";
    case Script::ethiopic:
      return holds_any(text, {"ናይ ", "እዩ", "ኣብ ", "ካብ "}) ? "ti" : "am";
    case Script::kana:
      return "ja";
    case Script::hangul:
      return "ko";
    case Script::thaana:
      return "dv";
    case Script::mongolian:
      return "mn";
    default:
      return "";
  }
}

std::string han_language(std::string_view text, const LanguageHints& hints) {
  const HanForms forms = count_han_forms(text);
  const bool japanese = forms.japanese > forms.simplified + forms.traditional ||
                        // Most of what Chinese writers call traditional is everyday Japanese too.
                        (hinted(hints, "ja") && forms.simplified == 0);
  if (japanese) return "ja";
  return chinese_form(hints, forms);
}

std::string lower_text(std::string_view text) {
  std::string out = " ";
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    append_utf8(out, lower_letter(c.value));
    at = c.next;
  }
  return out + ' ';
}

std::string clean_sample(std::string_view title, std::string_view text) {
  std::string sample = valid_utf8(clip_utf8(title, k_title_read));
  if (!text.empty()) sample += "\n" + valid_utf8(clip_utf8(text, k_text_read));
  for (char& c : sample) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return nfc(sample);
}

}  // namespace

std::string detect_language(std::string_view title, std::string_view text, const LanguageHints& hints) {
  const std::string sample = clean_sample(title, text);
  const Script script = main_script(count_scripts(sample));
  if (script == Script::other) return "";
  if (script == Script::han) return han_language(sample, hints);
  std::string fixed = language_of_script(script, sample);
  if (!fixed.empty()) return fixed;

  Scores scores;
  add_word_scores(clip_utf8(sample, k_words_read), script, scores);
  const bool sure = add_cld_votes(sample, script, scores, 4.0);
  // Long, and like no language's text: lists of names, verse, invented words. Few words in common say less than whoever
  // had it.
  if (!sure && sample.size() >= k_long) {
    if (std::string declared = of_script(scores, hints.declared); !declared.empty()) return declared;
  }
  add_priors(scores, script);
  add_hint(scores, hints.declared, 1.5);
  add_hint(scores, hints.source_language, 1.5);
  add_hint(scores, language_of_domain(hints.host), 0.7);
  const std::string best = best_of(scores);
  return best == "pt" ? portuguese_form(lower_text(sample), hints) : best;
}

}  // namespace vigie::parsers
