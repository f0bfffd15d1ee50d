// The little words of languages, written by hand. A word may stand with several languages: it then tells less.
#include "parsers/language_words.h"

namespace vigie::parsers {

// clang-format off
constexpr LanguageWords k_latin[] = {
    {"en", "",
     "the of and to in for is on that by this with you it not or be are from at as your all have new more an was we will can us about if my has but our one other do no they he up "
     "may what which their out use any there see only so his when who also now how its after over says could against who's amid into were been than would some her she him new first "
     "two years year people government attack attacks says said warns accused accuses behind linked hackers cyber using why what's it's how"},
    {"fr", "àâæçéèêëîïôœùûüÿ",
     "le la les des et en un une du que est pour qui dans par plus pas au sur se ne ce il sont avec son aux mais ou cette ont être sa ses comme fait deux été leur même après où entre sans "
     "tout aussi contre elle nous vous leurs très selon chez était depuis dont encore peut d'un d'une l' d' qu' c'est s' n' j' face vers ces avoir faire sous fin pays accuse visé attaque "
     "pourquoi comment je on si non donc ainsi lors avant alors"},
    {"es", "áéíñóúü",
     "el la los las de que y en un una por con para su al del es se no lo como más o pero sus le ha este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos "
     "durante todos uno les ni contra otros ese eso ante ellos e esto mí antes algunos qué unos yo otro otras tras según son fue ser está han años dice gobierno mundo así ya puede estos dos "
     "país contra nuevo nueva ataque acusa hacia"},
    {"pt", "àáâãçéêíóôõú",
     "o a os as de que e do da em um uma para com não por mais dos das no na nos nas como mas ao ele se seu sua ou quando muito foi ser são está têm tem pelo pela até isso ela entre depois sem mesmo "
     "aos seus quem já também só pelos pelas após contra sobre diz anos ainda governo você à às é há pode este esta esse essa nós eu lhe num numa dois duas onde porque segundo novo nova ataque "
     "acusa país mundo vai"},
    {"it", "àèéìòù",
     "il lo la i gli le di che e è un una per non in del della dei delle da con si al alla sono come più ma anche nel nella su ha dal dalla o se ci questo questa ai suo sua loro alle negli degli "
     "chi cui dopo tra fra contro ancora stato essere hanno due già senza sul sulla solo molto quando perché l' d' un' dell' all' nell' dall' c'è fa così ora anni governo mondo ecco sotto oggi "
     "dello nei nelle sui sulle agli dai accusa attacco"},
    {"ro", "ăâîșțşţ",
     "și în de la cu un o pe care nu din mai este a au pentru că se al ai ale să fi sunt prin după dar sau lui ei lor cel cea cei cele acest această despre între fost foarte ca fără când unui unei "
     "către împotriva ce va vor am iar până anul ani sub fiind decât toate doar săi sa său era are asupra unor potrivit spune guvernul atac"},
    {"ca", "àçéèíïóòúü·",
     "el la els les de que i en un una per amb no és del al dels als es més com però seva seu han ha són va van aquest aquesta entre sense també fins després quan on molt o ho hi s' l' d' n' pel "
     "pels cap contra sobre segons tot ser estat dos anys nou nova té ja aquests aquestes govern"},
    {"gl", "áéíñóúü",
     "o a os as de que e do da en un unha para con non por máis dos das no na nos nas como mais ao ó se seu súa ou cando moi foi ser son está teñen ten polo pola ata iso ela entre despois sen "
     "tamén xa só contra sobre segundo anos goberno dous dúas onde porque este esta ese unha galicia"},
    {"oc", "àáçèéíïòóúü", "lo la los las de que e en un una per amb es del al mas pas son dins tanben aquel aquela aqueste sus fins contra entre"},
    {"de", "äöüß",
     "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war "
     "haben nur oder aber vor zur bis mehr durch man sein wurde sei gegen vom können schon wenn habe seine ihre dann unter wir soll ich eines jahr zwei jahren diese dieser wieder keine seit will "
     "zwischen ihr was kein warum angriff neue neuer"},
    {"nl", "éëïóöü",
     "de het een van en in is dat op te zijn voor met die niet aan er om ook als dan maar bij uit nog naar heeft ze hij door over of je ik was wordt worden meer deze tot geen werd kan zou al zich "
     "hun had wel zo moet tegen onder wat na jaar veel twee onze dit mensen nieuwe hebben zegt tussen waar omdat we hoe haar gaat"},
    {"af", "êëéèôûïîö",
     "die van en in is het dat op te vir met nie aan om ook as maar by uit nog na was word meer hierdie tot geen kan sou al hul had wel moet teen onder wat jaar baie twee ons hulle ek jy sy se "
     "sal deur oor 'n wees gesê een nuwe kry"},
    {"lb", "äéëèêôöüâ", "de den d' an vun ass mat fir net eng en e op vum zu am um sinn och dat et hunn gouf déi dës war wéi awer bei nach gëtt si hien hir iwwer géint dass deen ginn huet kann"},
    {"sv", "åäöé",
     "och i att det som en på är av för med till den har de inte om ett men var jag sig från så kan när vi man nu över efter vid under också eller sin mot ska skulle där ut har hade upp blir mer "
     "än alla två år sedan säger bara mycket andra nya samt enligt deras hur varför kommer blev utan mellan gör inför"},
    {"da", "åæøé",
     "og i at det er en den til på de som med af for ikke der har et om men var sig fra så kan når vi han hun over efter ved under også eller sin mod skal hvor ud havde op bliver blev mere end "
     "alle to år siden siger meget andre nye nu hvad af af hvis være kun få får været selv mellem ifølge sig deres dem af ser lige gør efter angreb uden nej noget danske danmark"},
    {"no", "åæøé",
     "og i at det er en den til på de som med av for ikke har et om men var seg fra så kan når vi han hun over etter ved under også eller sin mot skal der ut hadde opp blir ble mer enn "
     "alle to år siden sier mye andre nye nå hva hvis være bare få får vært selv mellom ifølge deres dem gjør uten noe norske norge etter både mener skulle ville kommer måtte flere"},
    {"nn", "åæøéò", "og i at det er ein den til på dei som med av for ikkje har eit om men var seg frå så kan når vi han ho over etter ved under også eller sin mot skal der ut hadde opp vert vart meir enn kva korleis noko berre mykje"},
    {"is", "áðéíóúýþæö", "og að í á er sem til við um en það ekki með fyrir var af hann þeir hún eru hefur frá þess þetta því sem hafa verið sé eftir upp við svo þar mun verður eða einnig þegar yfir"},
    {"fo", "áðíóúýæø", "og at í á er sum til við um men tað ikki við fyri var av hann tey hon eru hevur frá hetta tí hava verið eftir upp so har eisini tá"},
    {"fi", "åäöšž",
     "ja on ei että se oli hän mutta ovat myös kun tai sen jo vain joka ole niin kuin mukaan nyt olla voi mitä ne tämä sekä jos siitä sitä joita jossa kanssa ennen jälkeen vuoden vuonna vielä "
     "tämän kuitenkin hänen olisi kaikki yli uusi uuden suomen suomi eivät ollut enää miten miksi koko kuinka yksi kaksi asti sanoo vastaan minä me he"},
    {"et", "õäöüšž",
     "ja on ei et see oli ta aga ka kui või selle juba ainult mis ole nii nagu järgi nüüd olla võib mida need ning kes siis tema meie oma pärast enne aasta aastal veel tuleb saab kõik üle uus "
     "eesti poolt vastu kus seda välja miks kuidas üks kaks kuni nad pole kohta jaoks ütles"},
    {"lv", "āčēģīķļņšūž",
     "un ir ar no par uz lai kas ka tas tā bet vai pēc pie tiek arī kā nav bija būs līdz gada gadā viņš viņa vairāk tikai jau pirms kad šo šī šis savu to ko tajā starp pret mūsu latvijas latvijā "
     "kuri kura kurš var jo ja gan nevar būt divi jauns jauna ļoti kur pat sava tiks"},
    {"lt", "ąčęėįšųūž",
     "ir kad yra su į iš ne o tai kaip bet už dėl jis jo po buvo ar per tik dar nuo iki jau bus apie prie taip pat ji jų jie savo kuris kuri kurie labai metų metais lietuvos lietuvoje prieš tarp "
     "kas gali nėra nei būti vis ką šis ši kur net jei mūsų naujas nauja du dvi todėl"},
    {"pl", "ąćęłńóśźż",
     "w i z na do się nie że to jest o jak za od po co przez dla ale ma czy już są tym tego jego być oraz który która które był była było przed tylko może też go jej bardzo roku ze ich jako ten ta "
     "te pod gdy we nad lub bez przy może więcej nas ich jeszcze aby między przeciw dwa nowy nowe nowa mówi rząd polska polski polsce u by został została"},
    {"cs", "áčďéěíňóřšťúůýž",
     "a v se na je že to s z do o i ve si by jako pro za jsou ale podle po který která které byl byla bylo od jeho však při být už k jen ze co před nebo také než až má jak kteří proti jsme ji "
     "této roku není své mezi svůj jsem mu bez tak kde když bude pod budou více může tím nové nový ještě které lidí česko česká české"},
    {"sk", "áäčďéíĺľňóôŕšťúýž",
     "a v sa na je že to s z do o i vo si by ako pre za sú ale podľa po ktorý ktorá ktoré bol bola bolo od jeho však pri byť už k len zo čo pred alebo tiež než až má proti sme ju tejto roku nie je "
     "svoje medzi som mu bez tak kde keď bude pod budú viac môže nový nové ešte ľudí slovensko slovenska slovenskej aj iba pretože"},
    {"sl", "čšž",
     "in v je na da se za so z pa ki po s bi ne tudi ali od ni kot ga do bil bila bilo pri o jih še jo to le kako pred kar ob več sta med kjer ter ko tem te ta lahko zaradi bo bodo že proti leta "
     "svoje njegov niso nam smo samo imajo kdo vse brez zelo nov nova nove dva dve slovenija slovenije sloveniji vlada zakaj"},
    {"hr", "čćđšž",
     "i u je na da se za su od s a koji koja koje kao o ne nije iz što do ili samo te bi će po kako ali nakon prema više može već bio bila bilo pri sve ima ga nego zbog protiv godine godina "
     "hrvatska hrvatske hrvatskoj tijekom tko što gdje tvrtka sigurnost uvjeti vijeće tisuća također tjedan vlada dvije dva kazao rekao između svibnja travnja ožujka siječnja tijekom"},
    {"bs", "čćđšž",
     "i u je na da se za su od s a koji koja koje kao o ne nije iz što do ili samo te bi će po kako ali nakon prema više može već bio bila bilo pri sve ima ga nego zbog protiv godine godina bih "
     "bosna bosne hercegovina hercegovine bosni sarajevo sarajevu također takođe ko šta gdje sedmica hiljada sigurnost kompanija rekao kazao između"},
    {"sr-Latn", "čćđšž",
     "i u je na da se za su od s a koji koja koje kao o ne nije iz što do ili samo te bi će po kako ali nakon posle prema više može već bio bila bilo pri sve ima ga nego zbog protiv godine godina "
     "srbija srbije srbiji ko šta gde bezbednost nedelja hiljada kompanija vlada takođe dve dva rekao kazao između predsednik svet ovde evropa evropske vreme saopštio tokom izveštaj"},
    {"sq", "çë",
     "e të në dhe i me për një që nga së më si ka është ai kjo por u nuk janë do ky ishte ose të cilët cila kanë deri pas edhe mund tyre tij saj shumë ndaj kundër qeveria shqipëri shqipërisë "
     "kosovë kosovës vetëm duke kur jo ku gjatë sipas dy ne ju"},
    {"hu", "áéíóöőúüű",
     "a az és hogy nem is egy volt van meg de csak már ez azt mint el ki még akkor kell lesz vagy ha én ő mert most lehet minden után fel szerint több le majd be között ezt új lett így amely "
     "aki ami itt olyan magyar magyarország magyarországi ellen nagy miatt alatt két pedig arra első során évben sem nincs hogyan miért"},
    {"tr", "çğıöşüâîû",
     "ve bir bu da de için ile olarak çok daha olan en gibi ne o var kadar sonra ise ki diye mi her oldu olduğu önce etti değil ya ama iki yeni tarafından göre türkiye büyük ilk karşı şu "
     "üzerinde arasında nasıl neden şey ben biz veya hem son yok oldu edildi ediyor türk abd milyon gün yıl saldırı"},
    {"az", "çəğıöşü",
     "və bir bu da də üçün ilə olan çox daha ən kimi nə var qədər sonra isə ki deyil olub edib edir olaraq azərbaycan azərbaycanın ölkə ölkənin tərəfindən görə böyük ilk qarşı onun bakı "
     "arasında necə niyə iki yeni deyib bildirib həm hər o"},
    {"tk", "äçňöşüýž", "we bir bu üçin bilen hem köp iň ýaly bar soň türkmenistan türkmenistanyň diýip boldy eden edýär onuň ýyl"},
    {"uz", "", "va bir bu uchun bilan ham ko'p ko‘p eng kabi bor keyin emas o'zbekiston o‘zbekiston o‘z o'z davlat bo'lgan bo‘lgan qildi haqida qanday yangi esa edi ushbu nega bo‘ldi bo'ldi yoki"},
    {"ku", "çêîşû", "û di de li ji bi ku ev ew bo na ne min te wî wê her yek du kurdistan kurdistanê tirkiyê dike kir hat hatin jî an heye ye bû gel"},
    {"id", "",
     "dan yang di dengan untuk dari ini itu dalam pada tidak akan adalah ke oleh juga sebagai telah bisa karena ada mereka kepada atau saat lebih tersebut menjadi dapat kata seorang tahun para "
     "sudah antara hingga setelah secara kami ia bahwa bagi namun masih serta terhadap indonesia pemerintah uang kantor bisnis perusahaan karena serangan siber jakarta rumah mobil"},
    {"ms", "",
     "dan yang di dengan untuk dari ini itu dalam pada tidak akan adalah ke oleh juga sebagai telah boleh kerana ada mereka kepada atau ketika lebih tersebut menjadi dapat kata seorang tahun para "
     "sudah antara hingga selepas secara kami beliau bahawa bagi namun masih serta terhadap malaysia kerajaan wang pejabat perniagaan syarikat serangan siber rakyat ialah bermula orang berkata "
     "manakala negara turut kuala lumpur ekoran"},
    {"fil", "ñ", "ang ng mga sa na ay at ni para si kay hindi ito nang may ako siya kung sila isang din rin lang ko mo niya pa po nila mula ayon kanyang dahil naman pilipinas bansa noong sinabi bagong laban walang"},
    {"jv", "éè", "lan ing sing iki kanggo karo saka ora wis ana iku bisa dadi uga luwih marang dening yaiku wong"},
    {"su", "éè", "jeung nu di anu ti ka pikeun teu geus aya ieu éta bisa jadi ogé leuwih urang ku"},
    {"vi", "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
     "và của là có các cho không được một với trong những người này đã khi đến từ về năm vào ra sẽ cũng nhiều để như theo tại trên tôi ông bị công việt nam nước sau hơn còn lại mới"},
    {"sw", "", "na ya wa kwa ni katika la za kuwa hii cha kama huo vya watu mwaka yake baada pia hiyo alisema serikali nchi wake kwamba lakini hata bado wao hilo zaidi hivyo rais kenya tanzania"},
    {"so", "", "iyo oo ka ku in uu ay la waa ee soo ah ayaa waxaa kale leh dalka si u ugu isaga iska soomaaliya xukuumadda markii mid"},
    {"ha", "ɓɗƙƴ", "da a ta na ya ba wannan daga cikin domin suka zai kan ne ce ga sun yana ake cewa shi mai kasar najeriya gwamnatin kuma wani"},
    {"yo", "áàẹéèẹ́ìíọóòṣúù", "ni ti àwọn tí sí ń ṣe fún ọjọ́ lọ́wọ́ kan yìí wọ́n pẹ̀lú láti nínú orílẹ̀ èdè"},
    {"zu", "", "ukuthi futhi kanye ngokuthi noma kodwa lapho abantu uma ngoba kusho uthe ukuba"},
    {"eu", "ñ", "eta da ez du bat dira zen dute ere izan egin zuen baina den gehiago beste hau baino egiten duen behar bere euskal dituzte urte arte artean kontra dela bezala"},
    {"ga", "áéíóú", "an na agus ar go a is i le do ag bhí tá nach sin atá leis mar ní chun nó faoi ach ó sé seo bhfuil"},
    {"gd", "àèìòù", "an agus air tha a na gu do is le nach bha e airson ann bho ri mar aig eile sin seo"},
    {"cy", "âêîôûŵŷ", "y yr a ac i o yn ar bod mae wedi am gan ei eu er oedd fod hefyd sydd nid ond neu wrth gyda hyn cael cymru"},
    {"mt", "ċġħżàèìòù", "li ta' u il- ma' fl- għal hija huwa kien minn dwar biex kull wara malta l- tal- mill- bil- jew mhux lill- qed din dan"},
    {"eo", "ĉĝĥĵŝŭ", "la de kaj en estas por ke al kun ne oni kiu tio li ili sed el pri kiel ankaŭ esti tiu ĉi pli nun"},
    {"la", "", "et in est non ad cum ut quod qui ex sed de per quae esse ab si aut etiam atque"},
    {"ht", "èòà", "nan ak yo pou se ki li nou sa yon te pa gen ayiti kap fè moun"},
};

constexpr LanguageWords k_cyrillic[] = {
    {"ru", "ёъыэ",
     "и в не на что с по как из за от для это к о его но до все при он у так или бы был же только если их после под также году они ее её мы может была были было без между уже чтобы которые который "
     "которая том об года нет еще ещё где со во кто когда более против россии россия сша своих этом есть будет из-за над стал рассказал заявил почему а через лет время человек два"},
    {"uk", "іїєґ",
     "і в не на що з по як із за від для це до його але та все при він у так або би був ж тільки якщо їх після під також році вони її ми може була були було без між вже щоб які який яка тому про "
     "року немає ще де зі хто коли більше проти україни україна сша своїх цьому є буде через над став розповів заявив чому й років час а цей людей два"},
    {"be", "іўё",
     "і ў не на што з па як за ад для гэта да яго але ўсе пры ён у так або бы быў ж толькі калі іх пасля пад таксама годзе яны яе мы можа была былі было без паміж ужо каб якія які якая таму пра года "
     "няма яшчэ дзе хто больш супраць беларусі беларусь зша сваіх гэтым ёсць будзе праз над а гэты людзей два"},
    {"bg", "ъ",
     "и в на не да се за от с че е по са като до което който която си при това след ще но или още беше може няма той те към през само има бъде много а ни тези вече най според под как срещу "
     "българия българската сащ между без над както преди защото където които обяви каза един една съобщи какво защо две"},
    {"mk", "ѓќјљњџѕѐѝ",
     "и во на не да се за од со дека е по се како до кое кој која си при тоа но или уште беше може нема тој тие кон низ само има биде многу а овие веќе според под против македонија македонска "
     "меѓу без над пред бидејќи каде кои рече ќе што го ги му им ја сад два"},
    {"sr-Cyrl", "ђјљњћџ",
     "и у је на да се за су од с а који која које као о не није из што до или само те би ће по како али након после према више може већ био била било при све има га него због против године "
     "србија србије србији ко шта где сад између председник рекао током свет"},
    {"kk", "әғқңөұүһі", "және бұл үшін бойынша мен бен деп қазақстан бір болды туралы оның осы қазақстанның көп жаңа болып дейін бар емес қарсы кейін жыл жылы елдің өз сол ол"},
    {"ky", "ңөү", "жана бул үчүн боюнча менен деп кыргызстан бир болду тууралуу анын ушул көп жаңы болуп чейин бар эмес каршы кийин жыл жылы өз ал өлкөнүн"},
    {"tg", "ғӣқӯҳҷ", "ва дар аз ба ки бо ин барои тоҷикистон як аст то ҳам он низ шуд бар кард ҷумҳурии дигар соли вале худ мекунад ё"},
    {"mn", "өүё", "нь юм байна болон энэ гэж улсын монгол бол ба ч уу үү тус хийх гэсэн байгаа дээр нэг бөгөөд монголын оны хэмээн байсан"},
    {"tt", "әөүҗңһ", "һәм бу белән өчен дә да татарстан бер булган дип ул бик иң кебек турында булды шул аның яңа"},
    {"ba", "әөүҡғҫңһҙ", "һәм был менән өсөн дә да башҡортостан бер булған тип ул бик иң кеүек тураһында булды шул уның"},
    {"uz", "ўқғҳ", "ва бир бу учун билан ҳам кўп энг каби бор кейин эмас ўзбекистон давлат бўлган қилди ҳақида янги деб"},
    {"cv", "ăĕçÿӑӗҫӳ", "тата та те пирки чӑваш пулнӑ пӗр ҫак тесе унӑн"},
    {"os", "ӕ", "ӕмӕ уый йӕ цы дӕр нӕ ирыстон"},
    {"ce", "ӏ", "а ду цу нохчийн хила иза бу"},
};

constexpr LanguageWords k_arabic[] = {
    {"ar", "ةىأإؤئآ",
     "في من على إلى أن عن مع هذا هذه التي الذي بعد بين كان قد ما لا لم أو كما ذلك إن حول عام قبل خلال ضد منذ وقال وفي كل غير أكثر تم هو هي كانت عبر حيث وأن ولا أي حتى بن ال الى علي و يوم اليوم"},
    {"fa", "پچژگکی",
     "در به از که این را با است برای آن یک می و شد تا بر شده خود های هم کرد باید بود نیز پس ها ما ایران اما یا هر دو کشور بین علیه سال پیش چه شود کند کرده روز گفت دیگر همه چرا"},
    {"ps", "ټډړږښڅځڼېۍګۀ", "په د او چې له دې کې ته یې سره کړې هم نه شوي افغانستان وروسته دی ده خپل پر یو"},
    {"ur", "ٹڈڑےںھہ", "کے میں کی ہے اور سے کا کو نے پر کہ یہ ہیں اس بھی ایک کر تھا گیا لیے وہ نہیں ان پاکستان ہو تک بعد جو کیا ساتھ خلاف"},
    {"ckb", "ڕڵۆێەڤ", "و لە بە کە بۆ لەگەڵ ئەو ئەم کوردستان هەرێمی بەڵام ئەوەی دەکات یەک لەسەر عێراق سەرۆکی دوای"},
    {"ug", "ئەۇۆۈېۋڭ", "بىلەن ئۇيغۇر بۇ بىر ۋە خىتاي ئۈچۈن دەپ ئۇ كېيىن شىنجاڭ ھەم بولغان"},
    {"sd", "ٻڀٺٿڃڄڇڊڌڍڏڙڦڪڱڳڻھ", "جي ۾ جو کي سان آهي ۽ تي به هن اهو جا آهن سنڌ نه ڪري لاءِ"},
    {"az", "", "و بو بیر ایله اوچون آذربایجان"},
};

constexpr LanguageWords k_devanagari[] = {
    {"hi", "", "के में की है और से का को ने पर कि यह हैं इस भी एक कर था गया लिए वह नहीं तो हो ही जो किया साथ बाद जा रहा रहे रही ये भारत सरकार अपने या होने कहा तक कुछ"},
    {"mr", "ळ", "आहे आणि या की ते तर व हे च त्या मध्ये केली केला करण्यात आला असून झाली झाला होते महाराष्ट्र नाही आहेत यांनी मुंबई साठी होता पण एका असे"},
    {"ne", "", "छ र को मा ले का छन् भएको गर्न गरेको यो नेपाल हो पनि लागि भने तथा नेपाली सरकारले गरिएको थियो एक हुने भन्ने बाट"},
    {"sa", "", "च अस्ति इति सः भवति एव तत् न किम् सन्ति"},
    {"bho", "", "बा के में से भइल रहे कइल आ एगो भोजपुरी"},
};
// clang-format on

std::span<const LanguageWords> latin_words() { return k_latin; }
std::span<const LanguageWords> cyrillic_words() { return k_cyrillic; }
std::span<const LanguageWords> arabic_words() { return k_arabic; }
std::span<const LanguageWords> devanagari_words() { return k_devanagari; }

}  // namespace vigie::parsers
