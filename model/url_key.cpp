#include <algorithm>
#include <array>

#include "model/text.h"
#include "model/url.h"
#include "model/url_record.h"

namespace vigie {
namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t at = text.find(separator);
    if (at != 0) parts.push_back(text.substr(0, at));
    if (at == text.npos) break;
    text.remove_prefix(at + 1);
  }
  return parts;
}

// %7e and ~ are one address, %2f and / are not (RFC 3986 6.2.2.2); the digits in upper case.
std::string normalize_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%' || i + 2 >= text.size()) {
      out += text[i];
      continue;
    }
    const std::string decoded = percent_decode(text.substr(i, 3));
    if (decoded.size() != 1) {
      out += text[i];
    } else if (is_unreserved(decoded[0])) {
      out += decoded;
      i += 2;
    } else {
      out += '%';
      for (const char digit : text.substr(i + 1, 2)) out += digit >= 'a' ? static_cast<char>(digit - 'a' + 'A') : digit;
      i += 2;
    }
  }
  return out;
}

bool matches_rule(std::string_view piece, const std::vector<std::string>& rules) {
  const std::string whole = ascii_lower(piece);
  const std::string_view name = std::string_view(whole).substr(0, whole.find('='));
  return std::any_of(rules.begin(), rules.end(), [&](const std::string& rule) {
    if (rule.ends_with('*')) return name.starts_with(ascii_lower(std::string_view(rule).substr(0, rule.size() - 1)));
    if (rule.find('=') != rule.npos) return equals_ignoring_ascii_case(whole, rule);
    return equals_ignoring_ascii_case(name, rule);
  });
}

// Names that PHP-Nuke and its kin use for a story's number as well: a session only when the value is as long as a hash.
bool is_session(std::string_view piece, const std::vector<std::string>& rules) {
  if (matches_rule(piece, rules)) return true;
  const std::size_t equals = piece.find('=');
  if (equals == piece.npos) return false;
  const std::string name = ascii_lower(piece.substr(0, equals));
  return (name == "sid" || name == "s" || name == "session") && piece.size() - equals - 1 >= 26 &&
         std::all_of(piece.begin() + static_cast<std::ptrdiff_t>(equals) + 1, piece.end(), is_unreserved);
}

// Query pieces by which publishers ask for the AMP twin of a page.
bool is_amp_switch(std::string_view piece) {
  static constexpr std::array<std::string_view, 15> k_switches = {"amp",
                                                                  "amp=",
                                                                  "amp=1",
                                                                  "amp=true",
                                                                  "amp=yes",
                                                                  "amp=amp",
                                                                  "_amp=true",
                                                                  "_amp=1",
                                                                  "output=amp",
                                                                  "outputtype=amp",
                                                                  "outputtype=valid_amp",
                                                                  "view=amp",
                                                                  "type=amp",
                                                                  "isamp=1",
                                                                  "amp_markup=1"};
  const std::string lower = ascii_lower(piece);
  return std::find(k_switches.begin(), k_switches.end(), lower) != k_switches.end();
}

// "m", "mobile" … in front of what is still a site: "m.example.org", "fr.m.example.org", not "m.org" or "amp.dev".
std::string fold_host(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  const std::string domain = registrable_domain(host);
  if (host.size() <= domain.size() || !host.ends_with(domain)) return std::string(host);
  std::string out;
  for (const std::string_view label : split(host.substr(0, host.size() - domain.size()), '.')) {
    static constexpr std::array<std::string_view, 7> k_twins = {"www", "m", "mobile", "mobi", "amp", "wap", "touch"};
    if (std::find(k_twins.begin(), k_twins.end(), label) != k_twins.end()) continue;
    out += label;
    out += '.';
  }
  return out + domain;
}

// A segment that looks like an article's own, not a section's: behind it "/amp" is the twin and not a topic.
bool is_article_segment(std::string_view segment) {
  return segment.size() >= 40 || segment.find_first_of("-_.0123456789%") != segment.npos;
}

struct Place {
  std::string host;
  std::vector<std::string> segments;
};

// https://amp.dev/documentation: "/c/s/example.org/path" on cdn.ampproject.org, "/amp/s/example.org/path" on Google.
void unwrap_amp_cache(Place& place) {
  const bool cache = place.host == "cdn.ampproject.org" || place.host.ends_with(".cdn.ampproject.org");
  const bool viewer = place.host.starts_with("google.") && !place.segments.empty() && place.segments[0] == "amp";
  if (!cache && !viewer) return;
  std::size_t at = 1;
  if (at < place.segments.size() && place.segments[at] == "s") ++at;
  if (at >= place.segments.size() || place.segments[at].find('.') == std::string::npos) return;
  place.host = fold_host(ascii_lower(place.segments[at]));
  place.segments.erase(place.segments.begin(), place.segments.begin() + static_cast<std::ptrdiff_t>(at) + 1);
}

void fold_amp_path(std::vector<std::string>& segments) {
  if (segments.size() >= 2 && ascii_lower(segments.back()) == "amp" &&
      is_article_segment(segments[segments.size() - 2])) {
    segments.pop_back();
  }
  if (segments.size() >= 2 && ascii_lower(segments[0]) == "amp" && is_article_segment(segments.back())) {
    segments.erase(segments.begin());
  }
  if (segments.empty()) return;
  std::string& last = segments.back();
  if (last.ends_with(".amp")) {
    last.resize(last.size() - 4);
  } else if (const std::size_t at = last.rfind(".amp."); at != last.npos && last.size() - at <= 10) {
    last.erase(at, 4);
  }
}

// ";jsessionid=…" behind a segment and ASP.NET's "(S(…))" as one.
void drop_path_sessions(std::vector<std::string>& segments, const UrlRules& rules) {
  for (std::string& segment : segments) {
    const std::size_t at = segment.find(';');
    if (at != segment.npos && is_session(std::string_view(segment).substr(at + 1), rules.session_parameters))
      segment.resize(at);
  }
  std::erase_if(segments,
                [](const std::string& s) { return s.empty() || (s.starts_with("(S(") && s.ends_with("))")); });
}

std::string key_query(const Url& url, const UrlRules& rules, bool blogspot) {
  std::string out;
  for (const std::string_view piece : split(std::string_view(url.query).substr(url.query.empty() ? 0 : 1), '&')) {
    if (matches_rule(piece, rules.tracking_parameters) || is_session(piece, rules.session_parameters)) continue;
    if (is_amp_switch(piece) || (blogspot && (piece == "m=1" || piece == "m=0"))) continue;
    out += out.empty() ? '?' : '&';
    out += normalize_escapes(piece);
  }
  return out;
}

}  // namespace

// clang-format off
const UrlRules& default_url_rules() {
  static const UrlRules rules{
      {"utm_*", "utm-*", "pk_*", "mtm_*", "piwik_*", "matomo_*", "hsa_*", "fb_action_ids", "fb_action_types",
      "fb_source", "fb_ref", "at_medium", "at_campaign*", "at_link_*", "at_format", "at_bbc_team", "at_ptr_name",
      "at_custom*", "itm_*", "stm_*", "ns_campaign", "ns_mchannel", "ns_source", "ns_linkname", "ns_fee", "wt.*",
      "wt_mc*", "wt_zmc", "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "gad_source", "gad_campaignid",
      "srsltid", "msclkid", "twclid", "ttclid", "yclid", "ysclid", "_openstat", "openstat", "rb_clickid", "igshid",
      "igsh", "mc_cid", "mc_eid", "mc_tc", "mkt_tok", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp",
      "hsctatracking", "oly_anon_id", "oly_enc_id", "vero_id", "vero_conv", "wickedid", "s_cid", "sc_cid",
      "sc_campaign", "sc_channel", "cmpid", "cmp", "cid_source", "ncid", "ocid", "icid", "intcid", "spm", "scm",
      "xtor", "xtref", "smid", "smtyp", "trk", "trkcampaign", "mbid", "ito", "ftag", "guccounter", "guce_referrer",
      "guce_referrer_sig", "_ga", "_gl", "_branch_match_id", "epik", "campaign_id", "campaign_name",
      "campaign_medium", "campaign_source", "campaign_term", "campaign_content", "ref_src", "ref_url", "referrer",
      "share_from", "share_token", "sharetype", "sharesource", "feature=share", "feature=youtu.be", "oborigurl",
      "usqp", "amp_js_v", "amp_gsa", "amp_ct", "ref=rss", "ref=feed", "ref=twitter", "ref=facebook", "ref=home",
      "ref=homepage", "from=rss", "source=rss", "src=rss", "rss=1", "rss=yes", "partner=rss", "feedtype=rss",
      "syndication=rss", "mod=rss", "ftcamp", "segmentid", "traffic_source", "traffic_type", "dg", "recip_id",
      "_nlid", "nlid", "wpisrc", "wpmm", "elqtrackid", "elqtrack", "__twitter_impression", "sr_share", "taid",
      "spot_im_*", "ml_subscriber", "ml_subscriber_hash", "dicbo", "gaa_*"},
      {"phpsessid", "jsessionid", "sessionid", "session_id", "aspsessionid*", "cfid", "cftoken", "sessid", "zenid",
      "oscsid"},
      {"index.html", "index.htm", "index.php", "index.shtml", "index.jsp", "index.asp", "index.aspx", "index.cfm",
      "index.do", "default.html", "default.htm", "default.asp", "default.aspx", "home.html", "index.xhtml",
      "index.php3", "index.amp.html"}};
  return rules;
}
// clang-format on

std::string canonical_key(const Url& url, const UrlRules& rules) {
  Place place;
  place.host = fold_host(url.host);
  for (const std::string_view segment : split(url.path, '/')) place.segments.push_back(normalize_escapes(segment));
  drop_path_sessions(place.segments, rules);
  unwrap_amp_cache(place);
  fold_amp_path(place.segments);
  if (!place.segments.empty()) {
    const std::string last = ascii_lower(place.segments.back());
    const std::vector<std::string>& documents = rules.default_documents;
    if (std::find(documents.begin(), documents.end(), last) != documents.end()) place.segments.pop_back();
  }
  std::string key = place.host;
  if (url.port != default_port(url.scheme)) key += ':' + std::to_string(url.port);
  for (const std::string& segment : place.segments) key += '/' + segment;
  key += key_query(url, rules, place.host.find(".blogspot.") != place.host.npos);
  // "#!/news/1" and "#/news/1" are routes that name the page.
  if (url.fragment.starts_with("#!") || url.fragment.starts_with("#/")) key += normalize_escapes(url.fragment);
  return key;
}

std::string strip_tracking(const Url& url, const UrlRules& rules, Fragment fragment) {
  Url out = url;
  const std::string_view query = std::string_view(url.query).substr(url.query.empty() ? 0 : 1);
  const std::vector<std::string_view> pieces = split(query, '&');
  const auto tracks = [&](std::string_view piece) { return matches_rule(piece, rules.tracking_parameters); };
  if (std::any_of(pieces.begin(), pieces.end(), tracks)) {
    out.query.clear();
    for (std::string_view piece : pieces) {
      if (tracks(piece)) continue;
      out.query += out.query.empty() ? '?' : '&';
      for (std::size_t at = piece.find("%20"); at != piece.npos; at = piece.find("%20")) {
        out.query += piece.substr(0, at);
        out.query += '+';
        piece.remove_prefix(at + 3);
      }
      out.query += piece;
    }
  }
  return fragment == Fragment::keep ? out.href() : out.href_without_fragment();
}

}  // namespace vigie
