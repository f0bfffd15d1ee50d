#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// What holds for one site besides, or against, the general rules.
struct HostUrlRules {
  std::string name;                     // "example.org" and every host under it; "example.*" under any suffix
  std::vector<std::string> parameters;  // dropped on this site
  std::vector<std::string> keep;        // kept on this site, whatever other rules say
  std::string same_as;                  // host this one is another name of, or empty
};

/// Rules that make two addresses of one article one: data, from config/urls.toml. Empty tables fold only what URL
/// syntax says is one. All texts are lower case. A parameter is an exact name ("fbclid"), a prefix ("utm_*"), or a name
/// with its value ("ref=rss").
struct UrlRules {
  std::vector<std::string> tracking_parameters;
  std::vector<std::string> session_parameters;       // also as ";jsessionid=…" behind a path segment
  std::vector<std::string> long_session_parameters;  // a session only where the value is as long as a hash
  std::vector<std::string> amp_parameters;           // whole pieces of a query that ask for a page's AMP twin: "amp=1"
  std::vector<std::string> twin_labels;              // labels in front of a site's name: "www", "m"
  std::vector<std::string> default_documents;        // "index.html"
  std::vector<HostUrlRules> hosts;
};

/// The rules that hold for one host. Keeps references to what it was made of.
class SiteUrlRules {
 public:
  SiteUrlRules(const UrlRules& rules, std::string_view host);
  /// Whether a piece of a query ("utm_source=x") only says how a reader came.
  bool is_tracking(std::string_view piece) const;
  /// Whether it names a visit, or asks for the AMP twin.
  bool is_session(std::string_view piece) const;
  bool is_amp(std::string_view piece) const;
  /// The host this one is another name of, or empty.
  std::string_view same_as() const;

 private:
  bool is_kept(std::string_view piece) const;
  const UrlRules& rules_;
  std::vector<const HostUrlRules*> own_;
};

}  // namespace vigie
