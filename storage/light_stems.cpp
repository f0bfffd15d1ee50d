#include "storage/light_stems.h"

#include <algorithm>
#include <array>

#include "model/text.h"

namespace vigie::storage {
namespace {

constexpr std::size_t k_least_left = 3;  // letters

struct Endings {
  std::string_view language;
  std::string_view prefixes;  // parted by spaces, longest first
  std::string_view suffixes;  // parted by spaces, longest first
};

constexpr std::array<Endings, 9> k_tables = {{
    {"ukrainian", "",
     "остями ість ості істю ськими ського ському ською ських ському ський ська ське ські ські "
     "увати ювати ними ного ному ної ною них ний ями ами ові еві єві ого ому ими іми ої ою єю ею "
     "ть ти ла ло ли ій ий их ів їв ам ям ах ях ом ем єм ім им ий а я о е є и і ї у ю ь й"},
    {"polish", "",
     "owych owymi owego owemu ościami ościach ością ości ość skich skimi skiego skiemu skiej skim ska ski skie ską "
     "ami ach owi ych ymi ego emu ich imi iej iach iami iom om ów ej ym im ie ia ię ią iu y i a ą e ę o u"},
    {"czech", "",
     "ských skými ského skému ském ským skou ská ské ský ští ostmi ostech ostem ostí osti ost ovými ových ového "
     "ami ách ích ech emi ěmi ími ého ému ých ými atech ata aty ové ovi ům em ám ím ým ou ej ev í ý á é ě a e i o u y "
     "ů"},
    {"bulgarian", "",
     "ските ският ската ското ския ски ска ско ството ства ието ията иите ите ият ата ята ете ото ове еве ища "
     "ния ът ят та то те ия ии ен на но ни а я о е и ъ у"},
    {"slovene", "",
     "skega skemu skimi skih skem skim ska ske ski sko ostjo osti ost ama ami ega emu imi ima ih im em om ev ov oma "
     "ah eh a e i o u"},
    {"latvian", "",
     "iem ajam ajai ajā ajās ajos ām ās os ēm ēs īm īs us ais ā ē ī ū am ai as es is ie im ij us u a e i o s š"},
    {"hebrew", "כשה שה וה ה ו", "יים ים ות"},
    {"persian", "", "هایی هايي های هاي ها ترین ترين تر ان ات ی ي"},
    {"estonian", "", "dele tele dest test desse tesse dega tega ides ides id de te le st ga na ni sse ks lt u i a e"},
}};

// The longest of the listed pieces that `word` begins (ends) with and that leaves enough.
std::size_t longest(std::string_view word, std::string_view pieces, bool at_end) {
  std::size_t best = 0;
  for (std::size_t at = 0; at < pieces.size();) {
    const std::size_t end = std::min(pieces.find(' ', at), pieces.size());
    const std::string_view piece = pieces.substr(at, end - at);
    at = end + 1;
    if (piece.size() <= best || piece.size() >= word.size()) continue;
    const std::size_t place = at_end ? word.size() - piece.size() : 0;
    if (word.substr(place, piece.size()) != piece) continue;
    const std::string_view left = at_end ? word.substr(0, place) : word.substr(piece.size());
    if (count_code_points(left) >= k_least_left) best = piece.size();
  }
  return best;
}

}  // namespace

std::string light_stem(std::string_view language, std::string_view word) {
  for (const Endings& endings : k_tables) {
    if (endings.language != language) continue;
    word.remove_prefix(longest(word, endings.prefixes, false));
    word.remove_suffix(longest(word, endings.suffixes, true));
    break;
  }
  return std::string(word);
}

}  // namespace vigie::storage
