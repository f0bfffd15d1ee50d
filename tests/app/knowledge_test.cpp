#include "app/knowledge.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/temporary_folder.h"

using namespace vigie;

namespace {

KnowledgeFiles shipped() {
  const std::string config = VIGIE_CONFIG;
  return {config + "/lexicon", config + "/states.toml", config + "/actors.toml"};
}

const Knowledge& knowledge() {
  static const Knowledge k_knowledge = load_knowledge(shipped(), {}).value();
  return k_knowledge;
}

Assessment judge(std::string_view language, std::string_view title, std::string_view text) {
  return knowledge().classifier.assess(title, text, language);
}

struct Sample {
  const char* language;
  const char* title;
  const char* text;
  std::vector<std::string> accused;
};

}  // namespace

TEST_CASE("the shipped tables are sound") {
  for (const Mistake& mistake : read_tables(shipped()).mistakes) FAIL_CHECK(to_string(mistake));
}

TEST_CASE("a state's operation is found in every language, with the state accused") {
  // Invented events; one plain accusation a language.
  const std::vector<Sample> samples = {
      {"en",
       "Norway blames Russia for cyberattack on parliament",
       "The foreign ministry said hackers linked to Russian military intelligence broke into the e-mail accounts of "
       "lawmakers.",
       {"RU"}},
      {"fr",
       "La Finlande accuse la Chine d'une cyberattaque",
       "Le ministère de l'Intérieur attribue le piratage de ses serveurs à des pirates informatiques soutenus par "
       "l'État chinois.",
       {"CN"}},
      {"de",
       "Österreich macht Russland für Hackerangriff verantwortlich",
       "Der Cyberangriff auf das Außenministerium gehe auf eine Gruppe zurück, die vom russischen Geheimdienst "
       "gesteuert werde, sagte der Minister.",
       {"RU"}},
      {"es",
       "Chile acusa a Corea del Norte de un ciberataque contra su banco central",
       "Según la Cancillería, hackers norcoreanos robaron datos de los servidores del banco.",
       {"KP"}},
      {"nl",
       "Nederland beschuldigt Rusland van hackaanval op ministerie",
       "Volgens de MIVD zaten Russische staatshackers maandenlang in het netwerk.",
       {"RU"}},
      {"pt",
       "Portugal acusa a China de ciberespionagem",
       "Piratas informáticos ligados ao governo chinês invadiram servidores do Ministério da Defesa, diz o governo.",
       {"CN"}},
      {"it",
       "L'Italia accusa la Russia di un attacco hacker",
       "Secondo il ministero, gli hacker legati ai servizi segreti russi hanno violato i server della Difesa.",
       {"RU"}},
      {"pl",
       "Polska oskarża Rosję o cyberatak na sieć energetyczną",
       "Hakerzy powiązani z rosyjskim wywiadem wojskowym włamali się do systemów operatora, podał rząd.",
       {"RU"}},
      {"ru",
       "Эстония обвинила Китай в кибератаке",
       "Хакеры, связанные с китайской разведкой, взломали серверы министерства иностранных дел, заявили власти.",
       {"CN"}},
      {"uk",
       "Литва звинуватила Росію в кібератаці",
       "Хакери, пов'язані з російською розвідкою, зламали сервери міністерства оборони.",
       {"RU"}},
      {"zh", "日本指责朝鲜发动网络攻击", "外务省表示，受朝鲜政府支持的黑客组织入侵了政府机构的服务器。", {"KP"}},
      {"ja",
       "政府、中国のハッカー集団によるサイバー攻撃と発表",
       "外務省は、中国政府が支援するハッカー集団が省庁のサーバーに侵入したと非難した。",
       {"CN"}},
      {"ko",
       "정부, 북한 해킹조직의 사이버 공격 규탄",
       "외교부는 북한 정찰총국과 연계된 해커들이 국방부 서버를 해킹했다고 밝혔다.",
       {"KP"}},
      {"ar",
       "ألبانيا تتهم إيران بشن هجوم إلكتروني",
       "قالت وزارة الخارجية إن قراصنة مرتبطين بالاستخبارات الإيرانية اخترقوا خوادم الحكومة.",
       {"IR"}},
      {"tr",
       "Arnavutluk, İran'ı siber saldırıyla suçladı",
       "Dışişleri Bakanlığı, İran istihbaratıyla bağlantılı bilgisayar korsanlarının devlet sunucularına sızdığını "
       "açıkladı.",
       {"IR"}},
  };
  for (const Sample& sample : samples) {
    const Assessment assessment = judge(sample.language, sample.title, sample.text);
    INFO(sample.language << ": " << sample.title << " (" << assessment.relevance << ")");
    CHECK(assessment.relevant);
    CHECK(assessment.accused_states == sample.accused);
    CHECK_FALSE(assessment.attributions.empty());
  }
}

TEST_CASE("news on other things is not mistaken for a state's operation") {
  const std::vector<Sample> samples = {
      {"en",
       "Russian striker attacks with late goal",
       "Moscow won the match against Oslo after the coach changed the team at half time.",
       {}},
      {"en", "Iranian drones attack tanker", "The navy said two drones hit the ship; no sailors were wounded.", {}},
      {"en",
       "Russian ransomware gang demands ransom from hospital",
       "The cybercriminals encrypted files and threatened to sell patient data on the dark web.",
       {}},
      {"en",
       "Pro-Russian hacktivists knock bank websites offline",
       "The group claimed the DDoS attack on its Telegram channel in protest against arms deliveries.",
       {}},
      {"en",
       "New thriller tells of Chinese hackers",
       "The film by the young director opens in cinemas on Friday; the series had eight episodes.",
       {}},
      {"fr",
       "La Russie expulse deux diplomates belges",
       "Le ministère des Affaires étrangères a convoqué l'ambassadeur et dénonce une décision sans fondement.",
       {}},
      {"de",
       "Polizei fasst Betrüger nach Phishing-Welle",
       "Die Täter hatten Bankkunden um Geld gebracht; die Staatsanwaltschaft ermittelt wegen Betrugs.",
       {}},
      {"es",
       "China lanza un nuevo teléfono",
       "La empresa presentó su smartphone en Pekín; el precio es de 500 euros.",
       {}},
      {"ru", "Российский дрон атаковал порт", "По данным военных, повреждён склад, пострадавших нет.", {}},
      {"zh", "中国队击败伊朗队", "比赛中球员多次发动进攻，最终以二比零获胜，教练表示满意。", {}},
      {"ar", "الشرطة تقبض على عصابة احتيال إلكتروني", "سرقت العصابة بيانات بطاقات العملاء من البنوك لتحقيق الربح.", {}},
      {"tr", "Rus takımı maçı kazandı", "Moskova ekibi saldırgan oyunuyla rakibini iki golle geçti.", {}},
  };
  for (const Sample& sample : samples) {
    const Assessment assessment = judge(sample.language, sample.title, sample.text);
    INFO(sample.language << ": " << sample.title << " (" << assessment.relevance << ")");
    CHECK_FALSE(assessment.relevant);
  }
}

TEST_CASE("a broken lexicon names file and line and is not half-loaded") {
  const test::TemporaryFolder folder;
  folder.write("xx.toml", "language = \"xx\"\nname = \"Test\"\n[terms]\noperation = \"\"\"\nhack*,\nwo*rd\n\"\"\"\n");
  const LoadedTables loaded = read_tables({folder.path().string(), shipped().states, shipped().actors});
  REQUIRE(loaded.mistakes.size() == 1);
  CHECK(loaded.mistakes[0].line == 6);
  CHECK(loaded.mistakes[0].message == "entry \"wo*rd\": \"*\" may only begin or end a word");
  CHECK_FALSE(load_knowledge({folder.path().string(), shipped().states, shipped().actors}, {}).has_value());
}

TEST_CASE("every mistake of a lexicon is told, not only the first") {
  const test::TemporaryFolder folder;
  folder.write(
      "xx.toml",
      "language = \"yy\"\n[grammar]\norder = \"sideways\"\nordr = \"svo\"\nmonths = \"a, b\"\n[terms]\nopperation = "
      "\"hack\"\n[states]\nQQ = \"Nowhere\"\n");
  const std::vector<Mistake> mistakes =
      read_tables({folder.path().string(), shipped().states, shipped().actors}).mistakes;
  CHECK(mistakes.size() == 6);
}

TEST_CASE("a missing folder and a file that is no TOML are mistakes, not crashes") {
  const test::TemporaryFolder folder;
  CHECK_FALSE(load_knowledge({folder.file("none"), shipped().states, shipped().actors}, {}).has_value());
  folder.write("xx.toml", "language = [");
  CHECK_FALSE(read_tables({folder.path().string(), shipped().states, folder.file("none.toml")}).mistakes.empty());
}
