#include "parsers/threat_catalogue.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "model/text.h"

namespace vigie::parsers {
namespace {

using Json = nlohmann::json;

constexpr std::size_t k_most_depth = 64;
constexpr std::size_t k_most_actors = 20'000;
constexpr std::size_t k_most_aliases = 200;
constexpr std::size_t k_most_bytes = 200;  // of a name

// Sponsors as the Council on Foreign Relations names them, whose words MISP's galaxy repeats.
constexpr std::array<std::pair<std::string_view, std::string_view>, 28> k_sponsor_names = {
    {{"China", "CN"},
     {"Russian Federation", "RU"},
     {"Russia", "RU"},
     {"Iran (Islamic Republic of)", "IR"},
     {"Iran", "IR"},
     {"Korea (Democratic People's Republic of)", "KP"},
     {"North Korea", "KP"},
     {"Korea (Republic of)", "KR"},
     {"South Korea", "KR"},
     {"United States", "US"},
     {"Israel", "IL"},
     {"Viet Nam", "VN"},
     {"Vietnam", "VN"},
     {"India", "IN"},
     {"Pakistan", "PK"},
     {"Turkey", "TR"},
     {"United Kingdom", "GB"},
     {"France", "FR"},
     {"United Arab Emirates", "AE"},
     {"Lebanon", "LB"},
     {"Syrian Arab Republic", "SY"},
     {"Syria", "SY"},
     {"Belarus", "BY"},
     {"Ukraine", "UA"},
     {"Taiwan", "TW"},
     {"Spain", "ES"},
     {"Kazakhstan", "KZ"},
     {"Saudi Arabia", "SA"}}};

// The galaxy files groups of these states under their country when it means the sponsor; elsewhere often just the home.
constexpr std::array<std::string_view, 5> k_sponsoring_countries = {"CN", "KP", "IR", "VN", "BY"};

std::string sponsor_named(std::string_view name) {
  for (const auto& [known, code] : k_sponsor_names) {
    if (equals_ignoring_ascii_case(known, name)) return std::string(code);
  }
  return {};
}

std::string country_code(std::string_view text) {
  std::string code = ascii_lower(trim_ascii(text));
  if (code.size() != 2) return {};
  for (char& c : code) {
    if (c < 'a' || c > 'z') return {};
    c = static_cast<char>(c - 'a' + 'A');
  }
  return code;
}

std::string clean_name(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, 4 * k_most_bytes)) {
    const bool meaningful = std::string_view("\"\\|,#{}*=?[]").find(c) != std::string_view::npos;
    out += meaningful || static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  std::string line = collapse_space(valid_utf8(out));
  return line.size() > k_most_bytes ? std::string() : line;
}

// "G0007": ATT&CK's number of a group, no name anybody writes.
bool is_attack_id(std::string_view name) {
  return name.size() == 5 && name[0] == 'G' &&
         std::all_of(name.begin() + 1, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() > end.size() && equals_ignoring_ascii_case(text.substr(text.size() - end.size()), end);
}

/// One object of the catalogue while it is read.
struct Record {
  std::string type;
  std::string name;
  std::vector<std::string> aliases;
  std::string country;
  std::string sponsor;
  bool spies = false;    // the incidents told of are espionage or sabotage
  bool dropped = false;  // revoked or deprecated
};

CatalogueActor actor_of(Record&& record) {
  CatalogueActor actor;
  actor.name = clean_name(record.name);
  for (const std::string& alias : record.aliases) {
    std::string clean = clean_name(alias);
    const auto same = [&](const std::string& other) { return equals_ignoring_ascii_case(other, clean); };
    if (clean.starts_with("Subgroup: ")) clean.erase(0, 10);
    if (clean.size() < 3 || is_attack_id(clean) || same(actor.name) ||
        std::any_of(actor.aliases.begin(), actor.aliases.end(), same))
      continue;
    actor.aliases.push_back(std::move(clean));
  }
  const std::string told = sponsor_named(record.sponsor);
  actor.sponsor = told.empty() ? record.country : told;
  const bool sponsoring = std::find(k_sponsoring_countries.begin(), k_sponsoring_countries.end(), record.country) !=
                          k_sponsoring_countries.end();
  if (ends_with(actor.name, " spider")) {
    actor.kind = "crime";
  } else if (ends_with(actor.name, " jackal")) {
    actor.kind = "hacktivism";
  } else if (!told.empty() || record.spies || sponsoring) {
    actor.kind = "state";
  }
  return actor;
}

// Follows the parser through the document; nothing is kept but the object being read and the actors found.
class Handler : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return true; }
  bool boolean(bool value) override {
    if (value && at(3) && (path_[2] == "revoked" || path_[2] == "x_mitre_deprecated")) record_.dropped = true;
    return true;
  }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }

  bool string(string_t& text) override {
    if (at(3)) {
      own_value(text);
    } else if (at(4) && path_[2] == "aliases") {
      add_alias(text);
    } else if (path_.size() >= 4 && at(path_.size()) && path_[2] == "meta") {
      meta_value(text);
    }
    return true;
  }
  bool start_object(std::size_t) override {
    if (!descend()) return false;
    if (at(3)) record_ = {};
    return true;
  }
  bool end_object() override {
    const bool whole = at(3);
    path_.pop_back();
    return !whole || keep();
  }
  bool start_array(std::size_t) override {
    if (path_.size() == 1) saw_list_ = saw_list_ || path_[0] == "values" || path_[0] == "objects";
    return descend();
  }
  bool end_array() override {
    path_.pop_back();
    return true;
  }
  bool key(string_t& name) override {
    path_.back() = name.substr(0, k_most_bytes);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    error_ = {ErrorKind::malformed, "cannot read the catalogue: no JSON at byte " + std::to_string(position)};
    return false;
  }

  Expected<ThreatCatalogue> finish(bool whole) {
    if (!whole) return tl::unexpected<Error>(error_);
    if (!saw_list_ || catalogue_.actors.empty())
      return failure(
          ErrorKind::malformed,
          "cannot read the catalogue: neither a MISP galaxy (\"values\") nor a STIX bundle (\"objects\") with "
          "groups in it");
    return std::move(catalogue_);
  }

 private:
  // path_ holds the last key at each depth: ["values", "", "meta", "synonyms", ""].
  bool at(std::size_t depth) const {
    return path_.size() == depth && depth >= 3 && (path_[0] == "values" || path_[0] == "objects");
  }

  bool descend() {
    if (path_.size() >= k_most_depth) {
      error_ = {ErrorKind::limit,
                "cannot read the catalogue: nested over " + std::to_string(k_most_depth) + " levels deep"};
      return false;
    }
    path_.emplace_back();
    return true;
  }

  void add_alias(const std::string& text) {
    if (record_.aliases.size() < k_most_aliases) record_.aliases.push_back(text.substr(0, 4 * k_most_bytes));
  }

  void own_value(const std::string& text) {
    const std::string& name = path_[2];
    if (name == "type") record_.type = text.substr(0, k_most_bytes);
    if (name == (path_[0] == "values" ? "value" : "name")) record_.name = text.substr(0, 4 * k_most_bytes);
  }

  void meta_value(const std::string& text) {
    const std::string& name = path_[3];
    if (name == "synonyms") add_alias(text);
    if (name == "country") record_.country = country_code(text);
    if (name == "cfr-suspected-state-sponsor") record_.sponsor = text.substr(0, k_most_bytes);
    if (name == "cfr-type-of-incident") record_.spies = record_.spies || text == "Espionage" || text == "Sabotage";
  }

  bool keep() {
    const bool stix = path_[0] == "objects";
    if (record_.dropped || (stix && record_.type != "intrusion-set")) return true;
    CatalogueActor actor = actor_of(std::move(record_));
    if (actor.name.size() < 3) return true;
    if (catalogue_.actors.size() >= k_most_actors) {
      error_ = {ErrorKind::limit, "cannot read the catalogue: over " + std::to_string(k_most_actors) + " groups"};
      return false;
    }
    catalogue_.source = stix ? "mitre" : "misp";
    catalogue_.actors.push_back(std::move(actor));
    return true;
  }

  ThreatCatalogue catalogue_;
  Record record_;
  Error error_;
  std::vector<std::string> path_;
  bool saw_list_ = false;
};

}  // namespace

Expected<ThreatCatalogue> read_threat_catalogue(std::string_view json) {
  Handler handler;
  const bool whole = Json::sax_parse(json.begin(), json.end(), &handler);
  return handler.finish(whole);
}

}  // namespace vigie::parsers
