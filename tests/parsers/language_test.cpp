#include "parsers/language.h"

#include <catch2/catch.hpp>
#include <string>

#include "parsers/language_script.h"

using namespace vigie::parsers;

namespace {

struct Sample {
  const char* language;
  const char* title;
};

std::string of(std::string_view title, LanguageHints hints = {}) { return detect_language(title, "", hints); }

}  // namespace

TEST_CASE("a short title is told by its words and letters") {
  const Sample sample = GENERATE(values<Sample>({
      {"en", "Government says foreign hackers were behind the attack on its network"},
      {"fr", "Le gouvernement accuse des pirates étrangers d'avoir attaqué son réseau"},
      {"de", "Regierung macht ausländische Hacker für den Angriff auf ihr Netz verantwortlich"},
      {"es", "El gobierno acusa a piratas informáticos extranjeros del ataque a su red"},
      {"it", "Il governo accusa hacker stranieri dell'attacco alla sua rete"},
      {"nl", "Regering beschuldigt buitenlandse hackers van aanval op haar netwerk"},
      {"sv", "Regeringen anklagar utländska hackare för attacken mot sitt nät"},
      {"da", "Regeringen beskylder udenlandske hackere for angrebet på sit netværk"},
      {"no", "Regjeringen beskylder utenlandske hackere for angrepet på nettverket sitt"},
      {"fi", "Hallitus syyttää ulkomaisia hakkereita hyökkäyksestä verkkoonsa"},
      {"et", "Valitsus süüdistab rünnakus oma võrgu vastu välismaa häkkereid"},
      {"lv", "Valdība apsūdz ārvalstu hakerus uzbrukumā savam tīklam"},
      {"lt", "Vyriausybė kaltina užsienio programišius dėl atakos prieš savo tinklą"},
      {"pl", "Rząd oskarża zagranicznych hakerów o atak na swoją sieć"},
      {"cs", "Vláda viní zahraniční hackery z útoku na svou síť"},
      {"sk", "Vláda viní zahraničných hackerov z útoku na svoju sieť"},
      {"sl", "Vlada obtožuje tuje hekerje za napad na svoje omrežje"},
      {"hr", "Vlada optužuje strane hakere da su tijekom tjedna napali mrežu tvrtke"},
      {"hu", "A kormány külföldi hackereket vádol a hálózata elleni támadással"},
      {"ro", "Guvernul acuză hackeri străini pentru atacul asupra rețelei sale"},
      {"tr", "Hükümet, ağına yönelik saldırı için yabancı hackerleri suçluyor"},
      {"sq", "Qeveria akuzon hakerë të huaj për sulmin ndaj rrjetit të saj"},
      {"id", "Pemerintah menuding peretas asing berada di balik serangan karena jaringannya"},
      {"ms", "Kerajaan menuduh penggodam asing kerana serangan terhadap rangkaiannya"},
      {"vi", "Chính phủ cáo buộc tin tặc nước ngoài tấn công mạng của mình"},
      {"ru", "Правительство обвиняет иностранных хакеров в атаке на свою сеть"},
      {"uk", "Уряд звинувачує іноземних хакерів в атаці на свою мережу"},
      {"be", "Урад абвінавачвае замежных хакераў у атацы на сваю сетку"},
      {"bg", "Правителството обвинява чуждестранни хакери за атаката срещу мрежата си"},
      {"mk", "Владата ги обвинува странските хакери за нападот врз својата мрежа"},
      {"sr-Cyrl", "Влада оптужује стране хакере да су напали њену мрежу прошле године"},
      {"kk", "Үкімет шетелдік хакерлерді өз желісіне шабуыл жасады деп айыптады"},
      {"ar", "الحكومة تتهم قراصنة أجانب بالهجوم على شبكتها"},
      {"fa", "دولت هکرهای خارجی را به حمله به شبکه خود متهم کرد"},
      {"ur", "حکومت نے غیر ملکی ہیکرز پر اپنے نیٹ ورک پر حملے کا الزام لگایا ہے"},
      {"he", "הממשלה מאשימה האקרים זרים בתקיפת הרשת שלה"},
      {"el", "Η κυβέρνηση κατηγορεί ξένους χάκερ για την επίθεση"},
      {"hi", "सरकार ने विदेशी हैकरों पर अपने नेटवर्क पर हमले का आरोप लगाया है"},
      {"th", "รัฐบาลกล่าวหาแฮกเกอร์ต่างชาติโจมตีเครือข่าย"},
      {"ja", "政府、外国のハッカーがネットワークを攻撃と非難"},
      {"ko", "정부, 외국 해커가 네트워크를 공격했다고 비난"},
      {"zh-Hans", "政府指责外国黑客攻击其网络"},
      {"zh-Hant", "政府指責外國駭客攻擊其網路"},
      {"ka", "მთავრობა უცხოელ ჰაკერებს ადანაშაულებს"},
  }));
  INFO(sample.title);
  CHECK(of(sample.title) == sample.language);
}

TEST_CASE("names in Latin letters do not change the language of a text in another script") {
  CHECK(of("Microsoft и CrowdStrike рассказали об атаке Volt Typhoon") == "ru");
  CHECK(of("Microsoft Exchange Server 遭黑客攻击") == "zh-Hans");
  CHECK(of("قراصنة Lazarus Group يستهدفون شركات") == "ar");
}

TEST_CASE("the text outweighs a hint that lies") {
  LanguageHints hints;
  hints.declared = "en-US";
  hints.host = "news.example.com";
  CHECK(of("Le gouvernement accuse des pirates étrangers d'avoir attaqué son réseau informatique", hints) == "fr");
}

TEST_CASE("a hint decides where the text could be either") {
  CHECK(of("Vlada: napad na Beograd", {"sr", "", ""}) == "sr-Latn");
  CHECK(of("Vlada: napad na Zagreb", {"hr", "", ""}) == "hr");
  CHECK(of("東京", {"ja", "", ""}) == "ja");
  CHECK(of("中央銀行", {"", "", "news.example.tw"}) == "zh-Hant");
}

TEST_CASE("written forms of one language are told apart") {
  CHECK(of("O governo informou que a equipe registrou bilhões de ataques, diz o usuário") == "pt-BR");
  CHECK(of("O governo informou que a equipa registou mil milhões de ataques, diz o utilizador em Lisboa") == "pt-PT");
  CHECK(of("O governo acusa", {"pt-BR", "", ""}) == "pt-BR");
  CHECK(of("Vlada saopštila je da su hakeri iz sveta napali mrežu Srbije posle izveštaja") == "sr-Latn");
  CHECK(of("中国外交部发言人说") == "zh-Hans");
  CHECK(of("中國外交部發言人說") == "zh-Hant");
}

TEST_CASE("a page in two languages is in the one it has more of") {
  const std::string french =
      "Le ministère des affaires étrangères a condamné l'attaque et demande aux autorités de répondre. ";
  CHECK(detect_language("", french + french + french + "The ministry condemned the attack. ", {}) == "fr");
}

TEST_CASE("a text without letters has no language") {
  CHECK(of("").empty());
  CHECK(of("2026-03-02 14:05 !!!").empty());
  CHECK(of(std::string("\x00\x01\x02", 3)).empty());
}

TEST_CASE("letters are put in lower case with their marks") {
  CHECK(lower_letter(U'É') == U'é');
  CHECK(lower_letter(U'Ž') == U'ž');
  CHECK(lower_letter(U'Ĺ') == U'ĺ');
  CHECK(lower_letter(U'Ÿ') == U'ÿ');
  CHECK(lower_letter(U'Ж') == U'ж');
  CHECK(lower_letter(U'Ў') == U'ў');
  CHECK(lower_letter(U'Ұ') == U'ұ');
  CHECK(lower_letter(U'Σ') == U'σ');
  CHECK(lower_letter(U'Ệ') == U'ệ');
  CHECK(lower_letter(U'×') == U'×');
}

TEST_CASE("a long text of invented words is of the language it was declared to be, where its letters may be") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "strobea pludu fian kotra bremoust vasti neploud drapi ";
  LanguageHints hints;
  hints.declared = "fr";
  CHECK(detect_language("", text, hints) == "fr");
  hints.declared = "ru";
  CHECK(detect_language("", text, hints) != "ru");
  const std::string german = "Die Regierung hat am Montag mitgeteilt, dass die Angreifer nicht gefunden worden sind. ";
  hints.declared = "en";
  CHECK(detect_language("", german + german + german + german + german + german + german + german, hints) == "de");
}
