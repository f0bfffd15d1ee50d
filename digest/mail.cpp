#include <algorithm>
#include <array>
#include <ctime>

#include "digest/message.h"
#include "digest/outside_text.h"
#include "digest/stable_id.h"
#include "model/text.h"

namespace vigie::digest {
namespace {

constexpr std::string_view k_base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string base64(std::string_view bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t j = 0; j < 3; ++j) {
      group = group << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
    }
    for (std::size_t j = 0; j < 4; ++j) {
      out += i + j > bytes.size() ? '=' : k_base64[group >> (18 - 6 * j) & 63];
    }
  }
  return out;
}

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

/// Words of RFC 2047: base64 of at most 45 bytes each, cut between characters, folded. Text that could be taken for an
/// encoded word is encoded too.
std::string header_text(std::string_view text) {
  std::string line = clean_line(text, 400);
  if (is_plain_ascii(line) && line.find("=?") == std::string::npos && line.size() <= 60) return line;
  std::string out;
  for (std::string_view rest = line; !rest.empty();) {
    const std::string_view word = clip_utf8(rest, 45);
    if (!out.empty()) out += "\r\n ";
    out += "=?UTF-8?B?" + base64(word) + "?=";
    rest.remove_prefix(word.size());
  }
  return out;
}

/// RFC 2045 section 6.7: lines of at most 76 characters, nothing but printable ASCII, CRLF line ends.
std::string quoted_printable(std::string_view text) {
  static constexpr std::string_view k_hex = "0123456789ABCDEF";
  constexpr std::size_t k_width = 76;
  std::string out;
  std::size_t column = 0;
  const auto put = [&](std::string_view piece) {
    if (column + piece.size() > k_width - 1) {
      out += "=\r\n";
      column = 0;
    }
    out += piece;
    column += piece.size();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool line_ends = i + 1 == text.size() || text[i + 1] == '\n';
    if (byte == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if (byte == '\n') {
      out += "\r\n";
      column = 0;
    } else if ((byte > 0x20 && byte < 0x7F && byte != '=') || ((byte == ' ' || byte == '\t') && !line_ends)) {
      // "From " and "." at a line's start are harmless to us but mangled by old software.
      const bool fragile = column == 0 && (byte == '.' || byte == 'F');
      const char plain_char[] = {static_cast<char>(byte)};
      const char escaped[] = {'=', k_hex[byte >> 4], k_hex[byte & 15]};
      put(fragile ? std::string_view(escaped, 3) : std::string_view(plain_char, 1));
    } else {
      const char escaped[] = {'=', k_hex[byte >> 4], k_hex[byte & 15]};
      put({escaped, 3});
    }
  }
  return out;
}

bool is_atom(std::string_view text) {
  static constexpr std::string_view k_extra = "!#$%&'*+-/=?^_`{|}~.";
  return !text.empty() && text.front() != '.' && text.back() != '.' && text.find("..") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  k_extra.find(c) != std::string_view::npos;
         });
}

bool is_host(std::string_view text) {
  return !text.empty() && text.front() != '-' && text.front() != '.' && text.back() != '.' && text.back() != '-' &&
         text.find("..") == std::string_view::npos && text.size() <= 253 &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
         });
}

/// A mailbox for a header: the display name encoded, the address bare.
Expected<std::string> mailbox(std::string_view text) {
  Expected<std::string> address = bare_address(text);
  if (!address) return address;
  const std::size_t open = text.rfind('<');
  std::string name = open == std::string_view::npos ? std::string() : clean_line(text.substr(0, open), 100);
  name.erase(std::remove(name.begin(), name.end(), '"'), name.end());
  if (name.empty()) return *address;
  std::string shown = header_text(name);
  if (shown == name) shown = "\"" + name + "\"";
  std::string escaped;
  for (char c : shown) {
    if (c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped + " <" + *address + ">";
}

std::string mail_date(Time at) {
  static constexpr std::array<std::string_view, 7> k_days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array<std::string_view, 12> k_months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(at - day);
  const auto two = [](long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::string(k_days[std::chrono::weekday(day).c_encoding()]) + ", " +
         std::to_string(static_cast<unsigned>(date.day())) + " " +
         std::string(k_months[static_cast<unsigned>(date.month()) - 1]) + " " +
         std::to_string(static_cast<int>(date.year())) + " " + two(time.hours().count()) + ":" +
         two(time.minutes().count()) + ":" + two(time.seconds().count()) + " +0000";
}

std::string part(const char* type, const std::string& text) {
  return std::string("Content-Type: ") + type +
         "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + quoted_printable(text);
}

std::string without_controls(std::string_view id) {
  std::string out;
  for (char c : id) {
    if (c > 0x20 && c < 0x7F && c != '<' && c != '>') out += c;
  }
  return out;
}

std::string domain_of(std::string_view address) {
  const Expected<std::string> bare = bare_address(address);
  return bare ? bare->substr(bare->rfind('@') + 1) : "localhost";
}

// A hash of what is told and of sender and recipients, the same at every try.
std::string message_id(const std::string& what, const std::string& from, const std::vector<std::string>& to) {
  std::string all = what + "\n" + from;
  for (const std::string& address : to) all += "\n" + address;
  return stable_uuid("mail:" + all) + "@" + domain_of(from);
}

}  // namespace

Mail addressed_mail(const std::string& what, Time date, std::string from, std::vector<std::string> to) {
  Mail mail;
  mail.message_id = message_id(what, from, to);
  mail.date = date;
  mail.from = std::move(from);
  mail.to = std::move(to);
  return mail;
}

Expected<std::string> bare_address(std::string_view address) {
  std::string_view text = trim_ascii(address);
  const std::size_t open = text.rfind('<');
  if (open != std::string_view::npos) {
    if (text.back() != '>') return failure(ErrorKind::invalid_config, "cannot use a mail address: no closing >");
    text = text.substr(open + 1, text.size() - open - 2);
  }
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos || at > 64 || !is_atom(text.substr(0, at)) || !is_host(text.substr(at + 1))) {
    return failure(ErrorKind::invalid_config, "cannot use \"" + escape_controls(clip_utf8(address, 100)) +
                                                  "\" as a mail address: expected name@host");
  }
  return std::string(text);
}

Expected<std::string> write_mail(const Mail& mail) {
  Expected<std::string> from = mailbox(mail.from);
  if (!from) return from;
  std::string to;
  for (const std::string& address : mail.to) {
    Expected<std::string> one = mailbox(address);
    if (!one) return one;
    to += (to.empty() ? "" : ",\r\n ") + *one;
  }
  if (to.empty()) return failure(ErrorKind::invalid_config, "cannot write a mail: no recipient");
  std::string out = "From: " + *from + "\r\nTo: " + to + "\r\nSubject: " + header_text(mail.subject) +
                    "\r\nDate: " + mail_date(mail.date) + "\r\nMessage-ID: <" + without_controls(mail.message_id) +
                    ">\r\n";
  if (!mail.list_id.empty()) out += "List-Id: <" + without_controls(mail.list_id) + ">\r\n";
  out += "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n";
  const std::string text = valid_utf8(mail.text);
  if (mail.html.empty()) return out + part("text/plain", text) + "\r\n";
  // "=_" cannot stand in quoted-printable text (RFC 2045 section 6.7), so no body can hold the boundary.
  const std::string boundary = "=_" + stable_uuid("boundary:" + mail.message_id);
  out += "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n";
  out += "--" + boundary + "\r\n" + part("text/plain", text) + "\r\n";
  out += "--" + boundary + "\r\n" + part("text/html", valid_utf8(mail.html)) + "\r\n";
  return out + "--" + boundary + "--\r\n";
}

Mail digest_mail(const Digest& digest, const Labels& labels, std::string from, std::vector<std::string> to,
                 const RenderOptions& options) {
  const Time date = options.generated_at != Time{} ? options.generated_at : digest.until;
  Mail mail = addressed_mail("digest " + digest.date, date, std::move(from), std::move(to));
  mail.subject = fill(labels.get(digest.entries.empty() ? "mail.subject_quiet" : "mail.subject", "vigie, {date}"),
                      {{"date", day_name(labels, digest.date)},
                       {"stories", counted(labels, "count.stories", static_cast<long>(digest.entries.size()))}});
  mail.text = render_text(digest, labels, options);
  mail.html = render_html(digest, labels, options);
  mail.list_id = "digest.vigie." + domain_of(mail.from);
  return mail;
}

}  // namespace vigie::digest
