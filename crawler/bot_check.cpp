#include "crawler/bot_check.h"

#include <algorithm>
#include <array>
#include <string>

#include "model/text.h"

namespace vigie::crawler {
namespace {

constexpr std::size_t k_looked_at = 65'536;

struct Mark {
  std::string_view words;
  std::string_view product;
};
// Each stands in the product's interstitial and not in the pages behind it.
constexpr std::array k_marks{
    Mark{"_cf_chl_opt", "Cloudflare"},
    Mark{"cf-browser-verification", "Cloudflare"},
    Mark{"<title>Just a moment...</title>", "Cloudflare"},
    Mark{"<title>Attention Required! | Cloudflare</title>", "Cloudflare"},
    Mark{"id=\"cf-error-details\"", "Cloudflare"},
    Mark{"Incapsula incident ID", "Imperva"},
    Mark{"/_Incapsula_Resource?", "Imperva"},
    Mark{"<title>DDOS-GUARD</title>", "DDoS-Guard"},
    Mark{"ddos-guard/js-challenge", "DDoS-Guard"},
    Mark{"geo.captcha-delivery.com", "DataDome"},
    Mark{"id=\"px-captcha\"", "HUMAN"},
    Mark{"window._pxAppId", "HUMAN"},
    Mark{"window.awsWafCookieDomainList", "AWS WAF"},
    Mark{"AwsWafIntegration.", "AWS WAF"},
    Mark{"/.within.website/x/cmd/anubis", "Anubis"},
    Mark{"sucuri_cloudproxy_js", "Sucuri"},
    Mark{"/.well-known/sgcaptcha/", "SiteGround"},
    Mark{"__qrator", "Qrator"},
    Mark{"servicepipe.ru/static/checkjs", "Servicepipe"},
    Mark{"errors.edgesuite.net", "Akamai"},
    Mark{"sec-if-cpt-container", "Akamai"},
    Mark{"_fs-ch-", "F5"},
    Mark{"The requested URL was rejected. Please consult with your administrator", "F5"},
    Mark{"/__uzdbm_", "Radware"},
    Mark{"challenges.cloudflare.com/turnstile/v0/api.js?onload=_cf", "Cloudflare"},
    Mark{"slowAES.decrypt(", "testcookie"},
};

}  // namespace

std::optional<std::string_view> bot_check(std::string_view body) {
  const std::string_view start = body.substr(0, k_looked_at);
  for (const Mark& mark : k_marks) {
    if (start.find(mark.words) != std::string_view::npos) return mark.product;
  }
  return std::nullopt;
}

bool looks_like_html(std::string_view body) {
  constexpr std::string_view k_bom = "\xEF\xBB\xBF";
  if (body.substr(0, k_bom.size()) == k_bom) body.remove_prefix(k_bom.size());
  while (true) {
    body.remove_prefix(std::min(body.find_first_not_of(" \t\r\n\f"), body.size()));
    if (body.substr(0, 4) != "<!--") break;
    const std::size_t end = body.find("-->");
    if (end == std::string_view::npos) return false;
    body.remove_prefix(end + 3);
  }
  const std::string start = ascii_lower(body.substr(0, 16));
  for (const std::string_view tag : {"<!doctype html", "<html", "<head", "<body", "<title", "<script", "<meta"}) {
    if (start.compare(0, tag.size(), tag) == 0) return true;
  }
  return false;
}

}  // namespace vigie::crawler
