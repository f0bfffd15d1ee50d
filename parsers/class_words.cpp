#include "parsers/class_words.h"

#include <array>
#include <string>
#include <unordered_map>

namespace vigie::parsers {
namespace {

struct Word {
  std::string_view word;
  Hint hint;
};

// Words of class and id values. Site builders write them in English nearly everywhere; the other languages' words are
// those that front ends of their newsrooms use.
constexpr Word k_words[] = {
    {"articlebody", Hint::body},
    {"articletext", Hint::body},
    {"articlecontent", Hint::body},
    {"bodytext", Hint::body},
    {"entrycontent", Hint::body},
    {"postcontent", Hint::body},
    {"postbody", Hint::body},
    {"storybody", Hint::body},
    {"storytext", Hint::body},
    {"storycontent", Hint::body},
    {"newstext", Hint::body},
    {"newsbody", Hint::body},
    {"newscontent", Hint::body},
    {"richtext", Hint::body},
    {"fulltext", Hint::body},
    {"maintext", Hint::body},
    {"bodycopy", Hint::body},
    {"contentbody", Hint::body},
    {"wysiwyg", Hint::body},
    {"prose", Hint::body},
    {"redactor", Hint::body},
    {"artikeltext", Hint::body},
    {"cuerpo", Hint::body},
    {"corps", Hint::body},
    {"hentry", Hint::body},
    {"rte", Hint::body},
    {"texto", Hint::body},
    {"article", Hint::article},
    {"story", Hint::article},
    {"post", Hint::article},
    {"entry", Hint::article},
    {"content", Hint::article},
    {"main", Hint::article},
    {"text", Hint::article},
    {"body", Hint::article},
    {"artikel", Hint::article},
    {"articulo", Hint::article},
    {"noticia", Hint::article},
    {"news", Hint::article},
    {"blog", Hint::article},
    {"inhalt", Hint::article},
    {"contenido", Hint::article},
    {"contenu", Hint::article},
    {"paragraph", Hint::article},
    {"copy", Hint::article},
    {"beitrag", Hint::article},
    {"statya", Hint::article},
    {"haber", Hint::article},
    {"matome", Hint::article},
    {"kiji", Hint::article},
    {"related", Hint::related},
    {"relatedarticles", Hint::related},
    {"relatedposts", Hint::related},
    {"recommended", Hint::related},
    {"recommendation", Hint::related},
    {"recommendations", Hint::related},
    {"recommend", Hint::related},
    {"more", Hint::related},
    {"readmore", Hint::related},
    {"teaser", Hint::related},
    {"teasers", Hint::related},
    {"similar", Hint::related},
    {"popular", Hint::related},
    {"trending", Hint::related},
    {"mostread", Hint::related},
    {"mostpopular", Hint::related},
    {"latest", Hint::related},
    {"relacionadas", Hint::related},
    {"relacionados", Hint::related},
    {"relacionada", Hint::related},
    {"verwandt", Hint::related},
    {"weiterlesen", Hint::related},
    {"mehr", Hint::related},
    {"outbrain", Hint::related},
    {"taboola", Hint::related},
    {"yarpp", Hint::related},
    {"crp", Hint::related},
    {"next", Hint::related},
    {"prev", Hint::related},
    {"previous", Hint::related},
    {"suggested", Hint::related},
    {"suggestions", Hint::related},
    {"seealso", Hint::related},
    {"readalso", Hint::related},
    {"lire", Hint::related},
    {"alsoread", Hint::related},
    {"card", Hint::related},
    {"cards", Hint::related},
    {"carousel", Hint::related},
    {"slider", Hint::related},
    {"feed", Hint::related},
    {"listing", Hint::related},
    {"collection", Hint::related},
    {"linklist", Hint::related},
    {"kanren", Hint::related},
    {"ranking", Hint::related},
    {"onward", Hint::related},
    {"backlinks", Hint::related},
    {"share", Hint::share},
    {"sharing", Hint::share},
    {"shares", Hint::share},
    {"social", Hint::share},
    {"sharebar", Hint::share},
    {"addthis", Hint::share},
    {"sharethis", Hint::share},
    {"addtoany", Hint::share},
    {"follow", Hint::share},
    {"followus", Hint::share},
    {"whatsapp", Hint::share},
    {"facebook", Hint::share},
    {"teilen", Hint::share},
    {"partage", Hint::share},
    {"compartir", Hint::share},
    {"condividi", Hint::share},
    {"sharedaddy", Hint::share},
    {"socials", Hint::share},
    {"bookmark", Hint::share},
    {"sns", Hint::share},
    {"telegram", Hint::share},
    {"comment", Hint::comments},
    {"comments", Hint::comments},
    {"commentlist", Hint::comments},
    {"respond", Hint::comments},
    {"disqus", Hint::comments},
    {"kommentar", Hint::comments},
    {"kommentare", Hint::comments},
    {"commentaires", Hint::comments},
    {"comentarios", Hint::comments},
    {"discussion", Hint::comments},
    {"replies", Hint::comments},
    {"reply", Hint::comments},
    {"pingback", Hint::comments},
    {"trackback", Hint::comments},
    {"forum", Hint::comments},
    {"commento", Hint::comments},
    {"newsletter", Hint::newsletter},
    {"newsletters", Hint::newsletter},
    {"subscribe", Hint::newsletter},
    {"subscription", Hint::newsletter},
    {"signup", Hint::newsletter},
    {"optin", Hint::newsletter},
    {"mailchimp", Hint::newsletter},
    {"mailing", Hint::newsletter},
    {"abo", Hint::newsletter},
    {"abonnement", Hint::newsletter},
    {"cta", Hint::newsletter},
    {"nl", Hint::newsletter},
    {"cookie", Hint::consent},
    {"cookies", Hint::consent},
    {"consent", Hint::consent},
    {"gdpr", Hint::consent},
    {"overlay", Hint::consent},
    {"modal", Hint::consent},
    {"popup", Hint::consent},
    {"onetrust", Hint::consent},
    {"didomi", Hint::consent},
    {"privacy", Hint::consent},
    {"dialog", Hint::consent},
    {"lightbox", Hint::consent},
    {"notice", Hint::consent},
    {"ccpa", Hint::consent},
    {"cmp", Hint::consent},
    {"toast", Hint::consent},
    {"nav", Hint::navigation},
    {"navigation", Hint::navigation},
    {"navbar", Hint::navigation},
    {"menu", Hint::navigation},
    {"breadcrumb", Hint::navigation},
    {"breadcrumbs", Hint::navigation},
    {"pagination", Hint::navigation},
    {"pager", Hint::navigation},
    {"submenu", Hint::navigation},
    {"topnav", Hint::navigation},
    {"dropdown", Hint::navigation},
    {"skip", Hint::navigation},
    {"sitemap", Hint::navigation},
    {"topbar", Hint::navigation},
    {"toolbar", Hint::navigation},
    {"tools", Hint::navigation},
    {"tabs", Hint::navigation},
    {"hamburger", Hint::navigation},
    {"links", Hint::navigation},
    {"button", Hint::navigation},
    {"buttons", Hint::navigation},
    {"btn", Hint::navigation},

    {"footer", Hint::footer},
    {"foot", Hint::footer},
    {"bottom", Hint::footer},
    {"colophon", Hint::footer},
    {"footnote", Hint::footer},
    {"footnotes", Hint::footer},
    {"fusszeile", Hint::footer},
    {"header", Hint::header},
    {"masthead", Hint::header},
    {"banner", Hint::header},
    {"hero", Hint::header},
    {"head", Hint::header},
    {"logo", Hint::header},
    {"sidebar", Hint::sidebar},
    {"aside", Hint::sidebar},
    {"widget", Hint::sidebar},
    {"widgets", Hint::sidebar},
    {"rail", Hint::sidebar},
    {"secondary", Hint::sidebar},
    {"rightcol", Hint::sidebar},
    {"sidecol", Hint::sidebar},
    {"module", Hint::sidebar},
    {"complementary", Hint::sidebar},
    {"extra", Hint::sidebar},
    {"extras", Hint::sidebar},
    {"side", Hint::sidebar},
    {"right", Hint::sidebar},
    {"sticky", Hint::sidebar},
    {"ad", Hint::advert},
    {"ads", Hint::advert},
    {"advert", Hint::advert},
    {"advertisement", Hint::advert},
    {"advertising", Hint::advert},
    {"sponsor", Hint::advert},
    {"sponsored", Hint::advert},
    {"promo", Hint::advert},
    {"promotion", Hint::advert},
    {"promoted", Hint::advert},
    {"adsense", Hint::advert},
    {"dfp", Hint::advert},
    {"gpt", Hint::advert},
    {"anzeige", Hint::advert},
    {"werbung", Hint::advert},
    {"publicidad", Hint::advert},
    {"publicite", Hint::advert},
    {"affiliate", Hint::advert},
    {"marketing", Hint::advert},
    {"reklam", Hint::advert},
    {"reklama", Hint::advert},
    {"deal", Hint::advert},
    {"shop", Hint::advert},
    {"product", Hint::advert},
    {"products", Hint::advert},
    {"commercial", Hint::advert},
    {"donate", Hint::advert},
    {"donation", Hint::advert},
    {"adslot", Hint::advert},
    {"partner", Hint::advert},
    {"partners", Hint::advert},
    {"caption", Hint::caption},
    {"captions", Hint::caption},
    {"credit", Hint::caption},
    {"credits", Hint::caption},
    {"figure", Hint::caption},
    {"image", Hint::caption},
    {"images", Hint::caption},
    {"img", Hint::caption},
    {"photo", Hint::caption},
    {"photos", Hint::caption},
    {"picture", Hint::caption},
    {"gallery", Hint::caption},
    {"slideshow", Hint::caption},
    {"bildunterschrift", Hint::caption},
    {"bild", Hint::caption},
    {"legende", Hint::caption},
    {"legend", Hint::caption},
    {"foto", Hint::caption},
    {"figcaption", Hint::caption},
    {"thumbnail", Hint::caption},
    {"thumb", Hint::caption},
    {"lead-image", Hint::caption},
    {"infographic", Hint::caption},
    {"chart", Hint::caption},
    {"copyright-image", Hint::caption},
    {"leyenda", Hint::caption},
    {"pie", Hint::caption},
    {"author", Hint::author},
    {"authors", Hint::author},
    {"byline", Hint::author},
    {"bylines", Hint::author},
    {"bio", Hint::author},
    {"biography", Hint::author},
    {"writer", Hint::author},
    {"autor", Hint::author},
    {"autoren", Hint::author},
    {"auteur", Hint::author},
    {"contributor", Hint::author},
    {"vcard", Hint::author},
    {"profile", Hint::author},
    {"reporter", Hint::author},
    {"avatar", Hint::author},
    {"journalist", Hint::author},
    {"redaktion", Hint::author},
    {"firma", Hint::author},
    {"autore", Hint::author},
    {"verfasser", Hint::author},
    {"meta", Hint::meta},
    {"metadata", Hint::meta},
    {"date", Hint::meta},
    {"time", Hint::meta},
    {"timestamp", Hint::meta},
    {"dateline", Hint::meta},
    {"published", Hint::meta},
    {"pubdate", Hint::meta},
    {"info", Hint::meta},
    {"kicker", Hint::meta},
    {"eyebrow", Hint::meta},
    {"datum", Hint::meta},
    {"fecha", Hint::meta},
    {"updated", Hint::meta},
    {"modified", Hint::meta},
    {"source", Hint::meta},
    {"label", Hint::meta},
    {"readtime", Hint::meta},
    {"reading", Hint::meta},
    {"duration", Hint::meta},
    {"overline", Hint::meta},
    {"roofline", Hint::meta},
    {"dachzeile", Hint::meta},
    {"icon", Hint::meta},
    {"views", Hint::meta},
    {"counter", Hint::meta},
    {"count", Hint::meta},
    {"location", Hint::meta},
    {"details", Hint::meta},
    {"publish", Hint::meta},
    {"tag", Hint::tags},
    {"tags", Hint::tags},
    {"topic", Hint::tags},
    {"topics", Hint::tags},
    {"category", Hint::tags},
    {"categories", Hint::tags},
    {"keyword", Hint::tags},
    {"keywords", Hint::tags},
    {"schlagworte", Hint::tags},
    {"themen", Hint::tags},
    {"taxonomy", Hint::tags},
    {"cat", Hint::tags},
    {"temas", Hint::tags},
    {"etiquetas", Hint::tags},
    {"section", Hint::tags},
    {"rubric", Hint::tags},
    {"labels", Hint::tags},
    {"taglist", Hint::tags},
    {"paywall", Hint::paywall},
    {"premium", Hint::paywall},
    {"piano", Hint::paywall},
    {"regwall", Hint::paywall},
    {"subscriber", Hint::paywall},
    {"subscribers", Hint::paywall},
    {"member", Hint::paywall},
    {"membership", Hint::paywall},
    {"locked", Hint::paywall},
    {"barrier", Hint::paywall},
    {"metered", Hint::paywall},
    {"offer", Hint::paywall},
    {"kaiin", Hint::paywall},
    {"restricted", Hint::paywall},
    {"hidden", Hint::hidden},
    {"hide", Hint::hidden},
    {"visuallyhidden", Hint::hidden},
    {"sr", Hint::hidden},
    {"invisible", Hint::hidden},
    {"noscript", Hint::hidden},
    {"offscreen", Hint::hidden},
    {"template", Hint::hidden},
    {"placeholder", Hint::hidden},
    {"a11y", Hint::hidden},
    {"accessibility", Hint::hidden},
    {"screenreader", Hint::hidden},
    {"display-none", Hint::hidden},
    {"clipped", Hint::hidden},
    {"video", Hint::media},
    {"player", Hint::media},
    {"audio", Hint::media},
    {"podcast", Hint::media},
    {"jwplayer", Hint::media},
    {"media", Hint::media},
    {"liveblog", Hint::media},
    {"brightcove", Hint::media},
    {"playlist", Hint::media},
    {"listen", Hint::media},
    {"pullquote", Hint::quote},
    {"quote", Hint::quote},
    {"blockquote", Hint::quote},
    {"zitat", Hint::quote},
    {"quotation", Hint::quote},
    {"pull", Hint::quote},
    {"citation", Hint::quote},
    {"summary", Hint::summary},
    {"standfirst", Hint::summary},
    {"lead", Hint::summary},
    {"lede", Hint::summary},
    {"intro", Hint::summary},
    {"dek", Hint::summary},
    {"subtitle", Hint::summary},
    {"subheadline", Hint::summary},
    {"deck", Hint::summary},
    {"excerpt", Hint::summary},
    {"description", Hint::summary},
    {"chapo", Hint::summary},
    {"vorspann", Hint::summary},
    {"bajada", Hint::summary},
    {"sottotitolo", Hint::summary},
    {"introduction", Hint::summary},
    {"abstract", Hint::summary},
    {"chapeau", Hint::summary},
    {"entradilla", Hint::summary},
    {"ingress", Hint::summary},
    {"leadtext", Hint::summary},
    {"subhead", Hint::summary},
    {"spot", Hint::summary},
    {"perex", Hint::summary},
    {"anons", Hint::summary},
    {"preamble", Hint::summary},
    {"teasertext", Hint::summary},
    {"subheading", Hint::summary},
    {"subtitulo", Hint::summary},
    {"toc", Hint::contents},
    {"contents", Hint::contents},
    {"keypoints", Hint::contents},
    {"highlights", Hint::contents},
    {"takeaways", Hint::contents},
    {"bullets", Hint::contents},
    {"inhaltsverzeichnis", Hint::contents},
    {"jump", Hint::contents},
    {"anchor", Hint::contents},
    {"form", Hint::form},
    {"search", Hint::form},
    {"login", Hint::form},
    {"signin", Hint::form},
    {"poll", Hint::form},
    {"rating", Hint::form},
    {"ratings", Hint::form},
    {"vote", Hint::form},
    {"feedback", Hint::form},
    {"survey", Hint::form},
    {"quiz", Hint::form},
    {"contact", Hint::form},
    {"register", Hint::form},
    {"input", Hint::form},
    {"captcha", Hint::form},
    {"stars", Hint::form},
    {"report", Hint::form},
    {"title", Hint::title},
    {"headline", Hint::title},
    {"heading", Hint::title},
    {"titel", Hint::title},
    {"titulo", Hint::title},
    {"titre", Hint::title},
    {"titolo", Hint::title},
    {"ueberschrift", Hint::title},
    {"headlines", Hint::title},
    {"infobox", Hint::infobox},
    {"factbox", Hint::infobox},
    {"box", Hint::infobox},
    {"callout", Hint::infobox},
    {"faktenbox", Hint::infobox},
    {"kasten", Hint::infobox},
    {"facts", Hint::infobox},
    {"background", Hint::infobox},
    {"inset", Hint::infobox},
    {"recirculation", Hint::related},
    {"recirc", Hint::related},
    {"dossier", Hint::related},
    {"accordion", Hint::infobox},
    {"note", Hint::infobox},
    {"correction", Hint::infobox},
    {"tweet", Hint::embed},
    {"twitter", Hint::embed},
    {"instagram", Hint::embed},
    {"embed", Hint::embed},
    {"embedded", Hint::embed},
    {"oembed", Hint::embed},
    {"youtube", Hint::embed},
    {"tiktok", Hint::embed},
    {"fb", Hint::embed},
    {"copyright", Hint::copyright},
    {"disclaimer", Hint::copyright},
    {"legal", Hint::copyright},
    {"license", Hint::copyright},
    {"rights", Hint::copyright},
    {"imprint", Hint::copyright},
    {"impressum", Hint::copyright},
    {"syndication", Hint::copyright},
};

// Two words that mean more together than apart.
struct Pair {
  std::string_view first;
  std::string_view second;
  Hint hint;
};
constexpr Pair k_pairs[] = {
    {"article", "body", Hint::body},      {"article", "content", Hint::body},   {"article", "text", Hint::body},
    {"entry", "content", Hint::body},     {"post", "content", Hint::body},      {"post", "body", Hint::body},
    {"story", "body", Hint::body},        {"story", "content", Hint::body},     {"story", "text", Hint::body},
    {"body", "text", Hint::body},         {"content", "body", Hint::body},      {"body", "content", Hint::body},
    {"news", "text", Hint::body},         {"news", "body", Hint::body},         {"news", "content", Hint::body},
    {"rich", "text", Hint::body},         {"main", "content", Hint::article},   {"body", "copy", Hint::body},
    {"article", "copy", Hint::body},      {"text", "body", Hint::body},         {"article", "paragraph", Hint::body},
    {"article", "p", Hint::body},         {"single", "content", Hint::body},    {"blog", "content", Hint::body},
    {"detail", "content", Hint::body},    {"detail", "text", Hint::body},       {"news", "detail", Hint::body},
    {"field", "body", Hint::body},        {"most", "read", Hint::related},      {"read", "more", Hint::related},
    {"read", "also", Hint::related},      {"also", "read", Hint::related},      {"see", "also", Hint::related},
    {"read", "next", Hint::related},      {"up", "next", Hint::related},        {"most", "popular", Hint::related},
    {"mehr", "zum", Hint::related},       {"lire", "aussi", Hint::related},     {"link", "list", Hint::related},
    {"link", "box", Hint::related},       {"sign", "up", Hint::newsletter},     {"table", "contents", Hint::contents},
    {"of", "contents", Hint::contents},   {"key", "points", Hint::contents},    {"pull", "quote", Hint::quote},
    {"sub", "title", Hint::summary},      {"sub", "headline", Hint::summary},   {"log", "in", Hint::form},
    {"call", "action", Hint::newsletter}, {"to", "action", Hint::newsletter},   {"fact", "box", Hint::infobox},
    {"info", "box", Hint::infobox},       {"about", "author", Hint::author},    {"author", "info", Hint::author},
    {"image", "caption", Hint::caption},  {"visually", "hidden", Hint::hidden}, {"screen", "reader", Hint::hidden},
    {"sr", "only", Hint::hidden},         {"d", "none", Hint::hidden},          {"display", "none", Hint::hidden},
    {"no", "print", Hint::navigation},    {"read", "time", Hint::meta},         {"reading", "time", Hint::meta},
    {"social", "embed", Hint::embed},     {"print", "only", Hint::hidden},
};

std::uint64_t pair_key(std::string_view a, std::string_view b) {
  std::uint64_t hash = 14695981039346656037ull;
  for (char c : a) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  hash = (hash ^ '-') * 1099511628211ull;
  for (char c : b) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

const std::unordered_map<std::string_view, Hints>& word_table() {
  static const std::unordered_map<std::string_view, Hints> k_table = [] {
    std::unordered_map<std::string_view, Hints> table;
    for (const Word& word : k_words) table[word.word] |= static_cast<Hints>(word.hint);
    return table;
  }();
  return k_table;
}

const std::unordered_map<std::uint64_t, Hints>& pair_table() {
  static const std::unordered_map<std::uint64_t, Hints> k_table = [] {
    std::unordered_map<std::uint64_t, Hints> table;
    for (const Pair& pair : k_pairs) table[pair_key(pair.first, pair.second)] |= static_cast<Hints>(pair.hint);
    return table;
  }();
  return k_table;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

Hints tag_hints(Tag tag) {
  switch (tag) {
    case Tag::article:
      return static_cast<Hints>(Hint::article);
    case Tag::main:
      return static_cast<Hints>(Hint::article);
    case Tag::nav:
      return static_cast<Hints>(Hint::navigation);
    case Tag::footer:
      return static_cast<Hints>(Hint::footer);
    case Tag::header:
      return static_cast<Hints>(Hint::header);
    case Tag::aside:
      return static_cast<Hints>(Hint::sidebar);
    case Tag::figure:
    case Tag::figcaption:
    case Tag::picture:
      return static_cast<Hints>(Hint::caption);
    case Tag::form:
    case Tag::fieldset:
    case Tag::label:
      return static_cast<Hints>(Hint::form);
    case Tag::button:
      return static_cast<Hints>(Hint::navigation);
    case Tag::video:
    case Tag::audio:
    case Tag::object:
      return static_cast<Hints>(Hint::media);
    case Tag::dialog:
      return static_cast<Hints>(Hint::consent);
    case Tag::address:
      return static_cast<Hints>(Hint::author);
    case Tag::time:
      return static_cast<Hints>(Hint::meta);
    default:
      return 0;
  }
}

Hints role_hints(std::string_view role) {
  if (role == "navigation" || role == "menu" || role == "menubar" || role == "tablist")
    return static_cast<Hints>(Hint::navigation);
  if (role == "complementary") return static_cast<Hints>(Hint::sidebar);
  if (role == "contentinfo") return static_cast<Hints>(Hint::footer);
  if (role == "banner") return static_cast<Hints>(Hint::header);
  if (role == "dialog" || role == "alertdialog" || role == "alert") return static_cast<Hints>(Hint::consent);
  if (role == "search" || role == "form") return static_cast<Hints>(Hint::form);
  if (role == "main" || role == "article") return static_cast<Hints>(Hint::article);
  return 0;
}

Hints property_hints(std::string_view property) {
  if (property.find("articleBody") != std::string_view::npos) return static_cast<Hints>(Hint::body);
  if (property == "author" || property == "creator") return static_cast<Hints>(Hint::author);
  if (property == "headline" || property == "name") return static_cast<Hints>(Hint::title);
  if (property == "description" || property == "alternativeHeadline") return static_cast<Hints>(Hint::summary);
  if (property == "caption") return static_cast<Hints>(Hint::caption);
  if (property == "comment") return static_cast<Hints>(Hint::comments);
  if (property == "datePublished" || property == "dateModified") return static_cast<Hints>(Hint::meta);
  return 0;
}

}  // namespace

Hints hints_of_words(std::string_view value) {
  Hints hints = 0;
  std::string previous;
  std::string word;
  const auto& words = word_table();
  const auto& pairs = pair_table();
  const auto finish = [&] {
    if (word.empty()) return;
    if (const auto found = words.find(word); found != words.end()) hints |= found->second;
    if (!previous.empty()) {
      if (const auto found = pairs.find(pair_key(previous, word)); found != pairs.end()) hints |= found->second;
    }
    previous.swap(word);
    word.clear();
  };
  const std::size_t limit = value.size() < 1024 ? value.size() : 1024;
  for (std::size_t i = 0; i < limit; ++i) {
    const char c = value[i];
    if (is_lower(c)) {
      word.push_back(c);
    } else if (is_upper(c)) {
      const bool hump =
          i > 0 && (is_lower(value[i - 1]) || (i + 1 < limit && is_lower(value[i + 1]) && is_upper(value[i - 1])));
      if (hump) finish();
      word.push_back(static_cast<char>(c + 32));
    } else {
      finish();
      if (c == ' ') previous.clear();
    }
  }
  finish();
  return hints;
}

Hints hints_of(const Document& document, NodeId element) {
  const Node& node = document[element];
  Hints hints = tag_hints(node.tag);
  for (const Attribute* at = document.attributes_begin(element); at != document.attributes_end(element); ++at) {
    if (at->name == "class" || at->name == "id" || at->name == "data-component" || at->name == "data-testid" ||
        at->name == "data-type" || at->name == "data-block" || at->name == "data-qa" || at->name == "data-module") {
      hints |= hints_of_words(at->value);
    } else if (at->name == "role") {
      hints |= role_hints(at->value);
    } else if (at->name == "itemprop" || at->name == "property") {
      hints |= property_hints(at->value);
    } else if (at->name == "hidden" || (at->name == "aria-hidden" && at->value == "true")) {
      hints |= static_cast<Hints>(Hint::hidden);
    }
  }
  return hints;
}

std::string_view strongest_hint(Hints hints) {
  struct Name {
    Hint hint;
    std::string_view name;
  };
  static constexpr Name k_names[] = {{Hint::comments, "comments"},     {Hint::consent, "consent"},
                                     {Hint::newsletter, "newsletter"}, {Hint::related, "related"},
                                     {Hint::share, "share"},           {Hint::advert, "advert"},
                                     {Hint::paywall, "paywall"},       {Hint::caption, "caption"},
                                     {Hint::author, "author"},         {Hint::tags, "tags"},
                                     {Hint::navigation, "navigation"}, {Hint::footer, "footer"},
                                     {Hint::sidebar, "sidebar"},       {Hint::form, "form"},
                                     {Hint::media, "media"},           {Hint::embed, "embed"},
                                     {Hint::copyright, "copyright"},   {Hint::contents, "contents"},
                                     {Hint::quote, "pull quote"},      {Hint::infobox, "box"},
                                     {Hint::title, "title"},           {Hint::meta, "meta"},
                                     {Hint::header, "header"},         {Hint::hidden, "hidden"}};
  for (const Name& name : k_names) {
    if (has(hints, name.hint)) return name.name;
  }
  return {};
}

}  // namespace vigie::parsers
