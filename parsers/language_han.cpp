#include "parsers/language_han.h"

#include <algorithm>
#include <string>

#include "model/text.h"

namespace vigie::parsers {
namespace {

// Common characters that were simplified after 1956, not the same in Japanese, and what they were simplified from.
constexpr std::u32string_view k_simplified =
    U"这们时个说为发对见还进动过问没给应样经开关间业东车两实现让头机电种长门马员产书报难军战队击称节约级纪结构统络维终"
    U"组织编缩线细练绍继续费资质责败货购贸贵买卖钱银铁锁错键闻阅语识证词试话该详误请读谁调谈诉议记许设访评译诗诚认计订"
    U"讯训讲论"
    "欧盟亚诺饭馆页顺须顾频题颜风飞龙鱼鸟鲜鸡马驱驶驻骗验视观规觉览觅贝负财账贫贩购贯贺赛赞趋跃踪轨轮软轰轻载较辑输辖边"
    "达迁运远违连迟适选递遥邮邻郑释针钟钢钻铜链锋镇闪闭闲闹阴阳阵阶际陆陈险随隐难韩项领颗额飘饮馈驰骄骤鲁鹰麦齐龄"
    "仅从仓众优伟传伤伪侠俩债倾储儿党兰兴养内冈册写军农冯冲决况冻净凉减凤凭击凿刘则刚创删别制剂剑剧劝办务动励劲劳势勋匀"
    "区医华协单卖卢卫厂厅历厉压厌厕县参双变叠叶号叹听启吴呐员呜咏响哑唤啸喷团园围国图圆圣场坏块坚坛坝坟坠垄垒垦壮声处备"
    "复够头夸夹夺奋奖奥妇妈娱孙学宁宝实宠审宪宫宽宾对寻导寿将尔尘尝层属岁岂岗岛岭峡币帅师帐帜带帮庄庆库应庙废开异弃张弥"
    "弯弹强归录彻径忆忧怀态怜总恋恶恼悬惊惧惨惩惯愤愿懒戏战户扑执扩扫扬扰抚抛抢护报担拟拥择挂挤挥捞损换据掷摄摆摇撑敌数"
    "斗断无旧显晋晓暂术朴杀杂权条来杨极构枪柜标栋栏树样桥档梦检楼欢欧歼残毁毕气汇汉汤沟沪泪泽洁浅测济浓涛涝润涨渐渔湾湿"
    "滚满滥滨滩潜灭灯灵灾炉点炼烁烂烦烧热爱爷牵状犹独狭狮狱猎献环现玛珑电画畅疗疯痒瘫盏盐监盖盘眯着矫矿码砖础硕确礼祷祸"
    "离种积称穷窃窍竞笔笼筑签简类粮紧纠红纤约级纪纬纯纱纲纳纵纷纸纹纺线练组绅细织终绍经绑结绕绘络绝统继绩绪续绳维综绿缓"
    "编缘缝缠缩网罗罚罢职联聪肃肠肤肾胁胆胜脉脏脑脱腾舆舰艰艺节芦苏苹茎荐荣药莱莲获营萧萨葱蒋蓝虏虑虚虽虾蚀蚁蚂蛮补衬袄"
    "袜装见触誉谋谎谓谜谢谣谨谱贞贡贤赌赏赐赔赖赚";
constexpr std::u32string_view k_traditional =
    U"這們時個說為發對見還進動過問沒給應樣經開關間業東車兩實現讓頭機電種長門馬員產書報難軍戰隊擊稱節約級紀結構統絡維終"
    U"組織編縮線細練紹繼續費資質責敗貨購貿貴買賣錢銀鐵鎖錯鍵聞閱語識證詞試話該詳誤請讀誰調談訴議記許設訪評譯詩誠認計訂"
    U"訊訓講論"
    "歐亞諾飯館頁順須顧頻題顏風飛龍魚鳥鮮雞驅駛駐騙驗視觀規覺覽負財賬貧販貫賀賽讚趨躍蹤軌輪軟轟輕載較輯輸轄邊達遷運遠違"
    "連遲適選遞遙郵鄰鄭釋針鐘鋼鑽銅鏈鋒鎮閃閉閒鬧陰陽陣階際陸陳險隨隱韓項領顆額飄飲饋馳驕驟魯鷹麥齊齡"
    "僅從倉眾優偉傳傷偽俠倆債傾儲兒黨蘭興養內岡冊寫農馮衝決況凍淨涼減鳳憑鑿劉則剛創刪別劑劍劇勸辦務勵勁勞勢勳區醫華協單"
    "盧衛廠廳歷厲壓厭縣參雙變疊葉號嘆聽啟吳吶嗚詠響啞喚嘯噴團園圍國圖圓聖場壞塊堅壇壩墳墜壟壘墾壯聲處備"
    "復夠誇夾奪奮獎奧婦媽娛孫學寧寶寵審憲宮寬賓尋導壽將爾塵嘗層屬歲豈崗島嶺峽幣帥師帳幟帶幫莊慶庫廟廢異棄張彌彎彈強歸錄"
    "徹徑憶憂懷態憐總戀惡惱懸驚懼慘懲慣憤願懶戲撲執擴掃揚擾撫拋搶護擔擬擁擇掛擠揮撈損換據擲攝擺搖撐敵數"
    "鬥斷無舊顯晉曉暫術樸殺雜權條來楊極槍櫃標棟欄樹橋檔夢檢樓歡殲殘毀畢氣匯漢湯溝滬淚澤潔淺測濟濃濤潤漲漸漁灣濕滾滿濫濱"
    "灘潛滅燈靈災爐點煉爛煩燒熱愛爺牽狀猶獨狹獅獄獵獻環瑪畫暢療瘋癢癱盞鹽監蓋盤著矯礦碼磚礎碩確禮禱禍"
    "離積窮竊竅競筆籠築簽簡類糧緊糾紅纖緯純紗綱納縱紛紙紋紡紳綁繞繪絕績緒繩綜綠緩緣縫纏網羅罰罷職聯聰肅腸膚腎脅膽勝脈臟"
    "腦騰輿艦艱藝蘆蘇蘋莖薦榮藥萊蓮獲營蕭薩蔥蔣藍虜慮虛雖蝦蝕蟻螞蠻補襯襖襪裝觸譽謀謊謂謎謝謠謹譜貞貢賢賭賞賜賠賴賺"
    "於臺裡後麼嗎尚佔係喺嘅";
// Simplified in Japan in a way of its own, or made there.
constexpr std::u32string_view k_japanese =
    U"発対応関経変図売実択沢県読楽浜歳済剤団圧囲渋粛験険検権観覧覚価仮仏伝従徳悪恵戦戯払抜挙撃拡斉斎竜暁桜様歯歴毎気汚"
    U"滝焼犠獣瑞畳疎発砕稲穂穏竜粋糸絵総縁縄繊聴脳臓舎芸荘薬虚蛍装読譲豊辺逓郷酔釈鉄銭鋳録鎮閲陥隠隣隷雑難霊頼駅騒髄麺"
    U"黄黒黙歓気"
    "峠畑込働匂枠栃辻込榊凪塀拝渇焼広転軽両円乗亜児処剰労励区巻巣帯廃弐徴応恒懐戸払拠捜掲揺摂撹暦条枢査栄桟殴毒渓湿満漢"
    "潜瀬炉為猟瓶産画発盗県砿礼禅秘税窃粧続罐翻者聡胆脱臭舗船茎菓蒋蔵虫覇触誉謡譜賛贈踏転込逸遅邦郎酢醸釜鎌鶏麦黄";

// Characters of one list and of no other, sorted for lookups.
std::u32string only_in(std::u32string_view list, std::u32string_view other, std::u32string_view another) {
  std::u32string out;
  for (const char32_t c : list) {
    if (other.find(c) == other.npos && another.find(c) == another.npos) out += c;
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

HanForms count_han_forms(std::string_view text) {
  static const std::u32string simplified = only_in(k_simplified, k_traditional, k_japanese);
  static const std::u32string traditional = only_in(k_traditional, k_simplified, k_japanese);
  static const std::u32string japanese = only_in(k_japanese, k_traditional, k_simplified);
  HanForms forms;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at = c.next;
    if (c.value < 0x3400) continue;
    if (std::binary_search(simplified.begin(), simplified.end(), c.value)) ++forms.simplified;
    if (std::binary_search(traditional.begin(), traditional.end(), c.value)) ++forms.traditional;
    if (std::binary_search(japanese.begin(), japanese.end(), c.value)) ++forms.japanese;
  }
  return forms;
}

}  // namespace vigie::parsers
