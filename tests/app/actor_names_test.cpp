// The groups the press writes of most, by the names other scripts give them.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "app/knowledge.h"

using namespace vigie;

namespace {

struct Named {
  const char* canonical;
  std::vector<const char*> names;
};

const std::vector<Named> k_named = {
    {"Lazarus Group", {"拉撒路", "ラザルス", "라자루스", "Лазарус", "لازاروس", "לזרוס"}},
    {"Kimsuky", {"キムスキー", "김수키", "Кимсуки", "كيمسوكي", "کیمسوکی", "קימסוקי"}},
    {"Andariel", {"アンダリエル", "안다리엘", "Андариэль", "أنداريل"}},
    {"APT28", {"奇幻熊", "ファンシーベア", "팬시베어", "Фэнси Бэр", "Фенсі Беар", "فانسي بير", "פנסי בר", "АРТ28"}},
    {"APT29", {"舒适熊", "コージーベア", "코지베어", "Козі Беар", "كوزي بير", "午夜暴雪", "ミッドナイト・ブリザード"}},
    {"Turla", {"图拉", "ツルラ", "툴라", "Турла", "تورلا", "טורלה"}},
    {"Sandworm", {"沙虫组织", "サンドワーム", "샌드웜", "Сэндворм", "Піщаний хробак", "ساندوورم", "סנדוורם"}},
    {"Gamaredon Group", {"ガマレドン", "가마레돈", "Гамаредон", "Армагеддон", "غاماريدون"}},
    {"MuddyWater", {"マディウォーター", "머디워터", "مادي ووتر", "מאדי ווטר"}},
    {"Charming Kitten",
     {"迷人小猫", "チャーミングキトゥン", "차밍키튼", "القطة الساحرة", "بچه گربه ملوس", "קיטן מקסים"}},
    {"Predatory Sparrow", {"掠食性麻雀", "Хищный воробей", "Хижий горобець", "گنجشک درنده"}},
    {"APT32", {"海莲花", "海蓮花", "オーシャンロータス", "오션로터스"}},
    {"Mustang Panda", {"マスタングパンダ", "머스탱 판다", "Мустанг Панда", "موستانغ باندا"}},
    {"Volt Typhoon",
     {"伏特台风", "伏特颱風", "ボルト・タイフーン", "볼트 타이푼", "Вольт Тайфун", "فولت تايفون", "וולט טייפון"}},
    {"Salt Typhoon",
     {"盐台风", "鹽颱風", "ソルト・タイフーン", "솔트 타이푼", "Солт Тайфун", "سولت تايفون", "סולט טייפון"}},
    {"Hafnium", {"丝绸台风", "シルク・タイフーン", "실크 타이푼"}},
    {"MirrorFace", {"ミラーフェース", "미러페이스"}},
    {"Tick", {"ティック"}},
    {"Equation Group", {"方程式组织", "イクエーション・グループ", "이퀘이션 그룹"}},
    {"Ghostwriter", {"ゴーストライター", "Гострайтер"}},
    {"Killnet", {"キルネット", "킬넷", "Киллнет", "Кілнет", "كيلنت"}},
    {"MosesStaff", {"عصا موسى"}}};

}  // namespace

TEST_CASE("the best-known actors are found by their names in other scripts") {
  const auto knowledge =
      load_knowledge({VIGIE_CONFIG "/lexicon", VIGIE_CONFIG "/states.toml", VIGIE_CONFIG "/actors.toml"}, UrlRules{});
  REQUIRE(knowledge.has_value());
  for (const Named& named : k_named) {
    for (const char* name : named.names) {
      INFO(name);
      const Assessment assessment =
          knowledge->classifier.assess("", std::string("The hacking group ") + name + " attacked servers.", "en");
      const bool found = std::any_of(
          assessment.actor_mentions.begin(), assessment.actor_mentions.end(), [&](const ActorMention& mention) {
            return mention.canonical == named.canonical ||
                   std::find(mention.alternatives.begin(), mention.alternatives.end(), named.canonical) !=
                       mention.alternatives.end();
          });
      CHECK(found);
    }
  }
}
