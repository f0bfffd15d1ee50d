#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::classifier {

/// What a word of a lexicon is a sign of; docs/lexicons.md says what belongs where. The states' parts come last.
enum class Category : std::uint8_t {
  // [terms]
  operation,
  operation_weak,
  cyber,
  hacker,
  group,
  attacker,
  hack,
  attack,
  suffer,
  // [link]
  sponsored,
  link,
  link_after,
  behind,
  service,
  pro,
  // [statement]
  accuse,
  accused,
  accusation,
  deny,
  denial,
  sanction,
  indict,
  advisory,
  report,
  say,
  according,
  according_after,
  claim,
  condemn,
  negation,
  unknown,
  // [direction]
  against,
  against_after,
  among,
  by,
  by_after,
  from,
  from_after,
  subject_after,
  object_after,
  host,
  // [institutions]
  ministry_foreign,
  ministry_defence,
  ministry_interior,
  ministry_finance,
  ministry_justice,
  ministry,
  embassy,
  spokesperson,
  minister,
  president,
  prime_minister,
  government,
  parliament,
  court,
  prosecutor,
  police,
  cert,
  intelligence,
  military,
  election,
  party,
  diplomat,
  local_government,
  company,
  bank,
  energy,
  telecom,
  transport,
  health,
  water,
  defence_industry,
  critical_infrastructure,
  research,
  education,
  media,
  ngo,
  activist,
  igo,
  infosec,
  infrastructure,
  // [counter]
  crime,
  ransomware,
  hacktivism,
  kinetic,
  spying,
  influence,
  policy,
  product,
  business,
  sport,
  opinion,
  explainer,
  fiction,
  vulnerability,
  privacy,
  ordinary,
  metaphor,
  // [global], in mul.toml only
  vendor,
  press,
  malware,
  vulnerability_name,
  product_name,
  // [states]
  state_name,
  state_adjective,
  state_seat,
  state_service,
  count
};

inline constexpr std::size_t k_category_count = static_cast<std::size_t>(Category::count);

/// The key under which a category stands in a lexicon. `product_name` is "product" in [global] of mul.toml.
std::string_view name_of(Category category);
std::optional<Category> category_from(std::string_view key);
/// All keys a lexicon may use.
std::vector<std::string> category_names();

inline bool is_institution(Category c) { return c >= Category::ministry_foreign && c <= Category::infrastructure; }
inline bool is_state(Category c) { return c >= Category::state_name; }

/// A set of categories, small enough to keep one a token.
class CategorySet {
 public:
  constexpr CategorySet() = default;
  constexpr CategorySet(std::initializer_list<Category> categories) {
    for (const Category c : categories) add(c);
  }
  constexpr void add(Category c) { words_[index(c) / 64] |= std::uint64_t{1} << (index(c) % 64); }
  constexpr void add(const CategorySet& other) {
    words_[0] |= other.words_[0];
    words_[1] |= other.words_[1];
  }
  constexpr bool has(Category c) const { return (words_[index(c) / 64] >> (index(c) % 64) & 1U) != 0; }
  constexpr bool any(const CategorySet& other) const {
    return ((words_[0] & other.words_[0]) | (words_[1] & other.words_[1])) != 0;
  }
  constexpr bool empty() const { return (words_[0] | words_[1]) == 0; }
  /// Both sets together; the first without the second.
  friend constexpr CategorySet operator|(CategorySet a, const CategorySet& b) {
    for (std::size_t i = 0; i < a.words_.size(); ++i) a.words_[i] |= b.words_[i];
    return a;
  }
  friend constexpr CategorySet operator-(CategorySet a, const CategorySet& b) {
    for (std::size_t i = 0; i < a.words_.size(); ++i) a.words_[i] &= ~b.words_[i];
    return a;
  }

 private:
  static_assert(k_category_count <= 128);
  static constexpr std::size_t index(Category c) { return static_cast<std::size_t>(c); }
  std::array<std::uint64_t, 2> words_{};
};

/// The categories from `first` to `last`, in the order of the enumeration.
constexpr CategorySet range_of(Category first, Category last) {
  CategorySet set;
  for (auto c = static_cast<std::size_t>(first); c <= static_cast<std::size_t>(last); ++c)
    set.add(static_cast<Category>(c));
  return set;
}

/// EuRepoC's receiver category of a body of this kind, as in its codebook; empty where the kind says nothing.
std::string_view receiver_category(Category institution);

}  // namespace vigie::classifier
