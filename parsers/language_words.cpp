// The little words of languages, written by hand. A word may stand with several languages: it then tells less.
#include "parsers/language_words.h"

namespace vigie::parsers {

// clang-format off
constexpr LanguageWords k_latin[] = {
    {"en", "",
     "the of and to in for is on that by this with you it not or be are from at as your all have new more an was we will can us about if my has but our one other do no they he up "
     "may what which their out use any there see only so his when who also now how its after over says could against who's amid into were been than would some her she him new first "
     "two years year people government attack attacks says said warns accused accuses behind linked hackers cyber using why what's it's how "
     "russia china ukraine iran israel germany france belgium netherlands poland india pakistan japan taiwan vietnam turkey syria georgia estonia latvia lithuania norway "
     "sweden finland denmark italy spain switzerland austria czechia slovakia hungary romania bulgaria greece belarus armenia azerbaijan australia canada brazil mexico "
     "albania minister president police war data security company million breach hacker hacker's state countries claims report targeted",
     "ing$ tion$ ed$ th^ ^th ^wh ght ly$ ness$ ous$ ^sh ck$ ess$ ould ^kn ee ers$ ity$ ate$ ^un ful$ ough wn$ ^str ware$"},
    {"fr", "àâæçéèêëîïôœùûüÿ",
     "le la les des et en un une du que est pour qui dans par plus pas au sur se ne ce il sont avec son aux mais ou cette ont être sa ses comme fait deux été leur même après où entre sans "
     "tout aussi contre elle nous vous leurs très selon chez était depuis dont encore peut d'un d'une l' d' qu' c'est s' n' j' face vers ces avoir faire sous fin pays accuse visé attaque "
     "pourquoi comment je on si non donc ainsi lors avant alors "
     "russie chine ukraine iran israël allemagne france belgique pologne inde pakistan japon taïwan turquie syrie géorgie estonie lettonie lituanie norvège suède finlande "
     "danemark italie espagne suisse autriche tchéquie slovaquie hongrie roumanie bulgarie grèce biélorussie arménie azerbaïdjan australie canada brésil mexique albanie "
     "attaques gouvernement ministre président police guerre données sécurité entreprise millions pirates pirate informatique cyberattaque états nord-coréens chinois "
     "russes espionnage vol rapport affirme",
     "tion$ ment$ eux$ aux$ eau oux$ ais$ ait$ ette$ elle que$ ient$ ique$ ées$ ée$ eur$ euse$ ère$ ois$ ^qu ouv eill œu aire$ ance$ ier$ sse$ iste$ ines$ ^dé ^é"},
    {"es", "áéíñóúü",
     "el la los las de que y en un una por con para su al del es se no lo como más o pero sus le ha este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos "
     "durante todos uno les ni contra otros ese eso ante ellos e esto mí antes algunos qué unos yo otro otras tras según son fue ser está han años dice gobierno mundo así ya puede estos dos "
     "país contra nuevo nueva ataque acusa hacia vence gana suma oro femenino masculino tercer primer tras chinos estafas relacionadas redes según ee uu "
     "rusia china ucrania irán israel alemania francia bélgica polonia india pakistán japón taiwán vietnam turquía siria georgia estonia letonia lituania noruega suecia "
     "finlandia dinamarca italia españa suiza austria chequia eslovaquia hungría rumanía bulgaria grecia bielorrusia armenia azerbaiyán australia canadá brasil méxico "
     "albania ataques ministro presidente policía guerra datos seguridad empresa millones piratas informáticos ciberataque rusos norcoreanos espionaje robo informe roban",
     "ción$ ciones$ dad$ dades$ mente$ iento ados$ adas$ ado$ ada$ ez$ ue rr ll ones$ idos$ ero$ eros$ ería$ ^des ando$ iendo$ ble$ ^hu aron$ ieron$ ^ci nza$ ista$ ^es quete az$ nci idad ación$ ña"},
    {"pt", "àáâãçéêíóôõú",
     "o a os as de que e do da em um uma para com não por mais dos das no na nos nas como mas ao ele se seu sua ou quando muito foi ser são está têm tem pelo pela até isso ela entre depois sem mesmo "
     "aos seus quem já também só pelos pelas após contra sobre diz anos ainda governo você à às é há pode este esta esse essa nós eu lhe num numa dois duas onde porque segundo novo nova ataque "
     "acusa país mundo vai mostra durante viagem torneio falha grave controle ataques governos financiados recebeu afasta "
     "rússia china ucrânia irã israel alemanha frança bélgica polônia índia paquistão japão taiwan vietnã turquia síria geórgia estônia letônia lituânia noruega suécia "
     "finlândia dinamarca itália espanha suíça áustria tchéquia eslováquia hungria romênia bulgária grécia bielorrússia armênia azerbaijão austrália canadá brasil méxico "
     "albânia ministro presidente polícia guerra dados segurança empresa milhões piratas informáticos ciberataque russos norte-coreanos espionagem roubo relatório roubam",
     "ção$ ções$ dade$ dades$ mente$ amento ados$ adas$ ado$ ada$ lh nh ões$ ão$ eiro eira inho gem$ gens$ ou$ ndo$ aram$ eram$ ários$ ência$ ^des vel$ veis$ ^go cebe ^mos eza$ nça lo$ ais$ ^fal sse$ ^fin vern"},
    {"it", "àèéìòù",
     "il lo la i gli le di che e è un una per non in del della dei delle da con si al alla sono come più ma anche nel nella su ha dal dalla o se ci questo questa ai suo sua loro alle negli degli "
     "chi cui dopo tra fra contro ancora stato essere hanno due già senza sul sulla solo molto quando perché l' d' un' dell' all' nell' dall' c'è fa così ora anni governo mondo ecco sotto oggi "
     "dello nei nelle sui sulle agli dai accusa attacco sanziona russi russo russa dieci espulsi "
     "russia cina ucraina iran israele germania francia belgio polonia india pakistan giappone taiwan vietnam turchia siria georgia estonia lettonia lituania norvegia "
     "svezia finlandia danimarca italia spagna svizzera austria cechia slovacchia ungheria romania bulgaria grecia bielorussia armenia azerbaigian australia canada brasile "
     "messico albania attacchi ministro presidente polizia guerra dati sicurezza azienda milioni pirati informatici cyberattacco spionaggio furto rapporto hacker rubano",
     "zione$ zioni$ tà$ gli cch ggi zz tti$ tto$ tta$ ento$ enti$ issim gh ato$ ata$ ati$ ate$ ssi cc uo azion ezza$ ico$ ica$ ici$ iche$ are$ ere$ ire$ ando$ endo$ ^sc ni$ lli$ ^all ^dell zza"},
    {"ro", "ăâîșțşţ",
     "și în de la cu un o pe care nu din mai este a au pentru că se al ai ale să fi sunt prin după dar sau lui ei lor cel cea cei cele acest această despre între fost foarte ca fără când unui unei "
     "către împotriva ce va vor am iar până anul ani sub fiind decât toate doar săi sa său era are asupra unor potrivit spune guvernul atac "
     "rusia china ucraina iran israel germania franța belgia polonia india pakistan japonia taiwan vietnam turcia siria georgia estonia letonia lituania norvegia suedia "
     "finlanda danemarca italia spania elveția austria cehia slovacia ungaria românia bulgaria grecia belarus armenia azerbaidjan australia canada brazilia mexic albania "
     "atacuri ministrul președintele poliția război date securitate companie milioane hackeri rusești spionaj furt raport hackerii",
     "ție$ ții$ ului$ elor$ ilor$ ea$ ească$ ment$ ări$ ări ător ^în ă$ ească ește$ ul$ urile$ ^ni cul$ esc$"},
    {"ca", "àçéèíïóòúü·",
     "el la els les de que i en un una per amb no és del al dels als es més com però seva seu han ha són va van aquest aquesta entre sense també fins després quan on molt o ho hi s' l' d' n' pel "
     "pels cap contra sobre segons tot ser estat dos anys nou nova té ja aquests aquestes govern "
     "rússia xina ucraïna iran israel alemanya frança bèlgica polònia índia pakistan japó taiwan vietnam turquia síria geòrgia estònia letònia lituània noruega suècia "
     "finlàndia dinamarca itàlia espanya suïssa àustria txèquia eslovàquia hongria romania bulgària grècia belarús armènia azerbaidjan austràlia canadà brasil mèxic "
     "albània atac atacs ministre president policia guerra dades seguretat empresa milions pirates ciberatac russos espionatge robatori informe",
     "ció$ cions$ tat$ tats$ ny l·l ment$ ts$ aig nt$ ^am ix ç$ dor$ dors$ ista$ gue eix itat$ uts$ ats$ ^ll qües"},
    {"gl", "áéíñóúü",
     "o a os as de que e do da en un unha para con non por máis dos das no na nos nas como mais ao ó se seu súa ou cando moi foi ser son está teñen ten polo pola ata iso ela entre despois sen "
     "tamén xa só contra sobre segundo anos goberno dous dúas onde porque este esta ese unha galicia "
     "rusia ucraína irán israel alemaña francia bélxica polonia paquistán taiwán vietnam turquía siria xeorxia estonia letonia lituania noruega suecia finlandia dinamarca "
     "italia españa suíza austria chequia eslovaquia hungría romanía bulgaria grecia belarús armenia acerbaixán australia méxico albania "
     "dun dunha nun nunha cun cunha xunta acusa ataque informático datos hospital policía ministerio seguridade empresa",
     "ción$ cións$ dade$ ^x xe xo$ eiro eira ^un ades$ ou$ nh$ ións$ ición$ ^xu ^gal"},
    {"oc", "àáçèéíïòóúü", "lo la los las de que e en un una per amb es del al mas pas son dins tanben aquel aquela aqueste sus fins contra entre", ""},
    {"de", "äöüß",
     "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war "
     "haben nur oder aber vor zur bis mehr durch man sein wurde sei gegen vom können schon wenn habe seine ihre dann unter wir soll ich eines jahr zwei jahren diese dieser wieder keine seit will "
     "zwischen ihr was kein warum angriff neue neuer "
     "russland china ukraine iran israel nordkorea südkorea deutschland frankreich belgien niederlande polen indien pakistan japan taiwan vietnam türkei syrien georgien "
     "estland lettland litauen norwegen schweden finnland dänemark italien spanien schweiz österreich tschechien slowakei ungarn rumänien bulgarien griechenland belarus "
     "armenien aserbaidschan australien kanada brasilien mexiko albanien angriffe regierung minister präsident polizei krieg daten sicherheit unternehmen millionen hacker "
     "cyberangriff russische chinesische spionage diebstahl bericht wirft hackern",
     "sch ung$ ungen$ keit heit lich ^ge tz ck pf isch cht ein eit ^ver ^be ier ieg rn$ ^ein schaft ^vor ^auf tten$ gg ^zw tel$ äu ^st eber fieb ieber nge gen$ lt$ nisch"},
    {"nl", "éëïóöü",
     "de het een van en in is dat op te zijn voor met die niet aan er om ook als dan maar bij uit nog naar heeft ze hij door over of je ik was wordt worden meer deze tot geen werd kan zou al zich "
     "hun had wel zo moet tegen onder wat na jaar veel twee onze dit mensen nieuwe hebben zegt tussen waar omdat we hoe haar gaat "
     "rusland china oekraïne iran israël duitsland frankrijk belgië nederland polen india pakistan japan taiwan vietnam turkije syrië georgië estland letland litouwen "
     "noorwegen zweden finland denemarken italië spanje zwitserland oostenrijk tsjechië slowakije hongarije roemenië bulgarije griekenland belarus armenië azerbeidzjan "
     "australië canada brazilië mexico albanië aanval aanvallen regering minister president politie oorlog gegevens veiligheid bedrijf miljoen hackers cyberaanval "
     "russische chinese spionage diefstal rapport stelen noord",
     "ij sch oor aan een lijk heid tie$ ee oo uu cht dienst uit ^ge ^ver aar eer ven$ len$ gen$ den$ ^oor ^tegen isch$ ^on sel$ ieuw auw eur ^hand groot ^in ^mil joen lich"},
    {"af", "êëéèôûïîö",
     "die van en in is het dat op te vir met nie aan om ook as maar by uit nog na was word meer hierdie tot geen kan sou al hul had wel moet teen onder wat jaar baie twee ons hulle ek jy sy se "
     "sal deur oor 'n wees gesê een nuwe kry "
     "rusland china oekraïne iran israel duitsland frankryk belgië nederland pole indië pakistan japan taiwan viëtnam turkye sirië georgië estland letland litaue noorweë "
     "swede finland denemarke italië spanje switserland oostenryk tsjeggië slowakye hongarye roemenië bulgarye griekeland belarus armenië azerbeidjan australië kanada "
     "brasilië meksiko albanië "
     "kuberaanval kuberaanvalle kuberkrakers kubermisdaad inligting hospitaal regering beskuldig waarsku steel polisie veiligheid maatskappy",
     "ig$ heid$ oor$ ers$ lik$ uur ee oo ^ge ^ver tjie ste$ asie$ ^reg y$ isie$"},
    {"lb", "äéëèêôöüâ", "de den d' an vun ass mat fir net eng en e op vum zu am um sinn och dat et hunn gouf déi dës war wéi awer bei nach gëtt si hien hir iwwer géint dass deen ginn huet kann",
     "éi uer eg$ ung$ ech$ ^ver ^geg ee oo iw schaft ën$ keet$ ^vu ^ge"},
    {"sv", "åäöé",
     "och i att det som en på är av för med till den har de inte om ett men var jag sig från så kan när vi man nu över efter vid under också eller sin mot ska skulle där ut har hade upp blir mer "
     "än alla två år sedan säger bara mycket andra nya samt enligt deras hur varför kommer blev utan mellan gör inför "
     "ryssland kina usa ukraina iran israel nordkorea sydkorea tyskland frankrike storbritannien belgien nederländerna polen indien pakistan japan taiwan vietnam turkiet "
     "saudiarabien syrien georgien estland lettland litauen norge sverige finland danmark italien spanien schweiz österrike tjeckien slovakien ungern rumänien bulgarien "
     "grekland vitryssland armenien azerbajdzjan australien kanada brasilien mexiko albanien attack attacker regeringen minister president polisen krig uppgifter säkerhet "
     "företag miljoner hackare cyberattack ryska kinesiska spionage stöld rapport "
     "kommunen sjukhuset myndigheten riksdagen utpressningsvirus dataintrång anklagar varnar stals stal säkerhetspolisen företaget attacken cyberattacken kunder uppger misstänks",
     "tion ör ighet$ ning$ ningar$ ade$ ande$ arna$ erna$ ställ ^för het$ sk$ ck skap kt$ för ågon tt$ iga$ ligt$ äst ^sj ^till kan$ på$ ^an ör$ pp"},
    {"da", "åæøé",
     "enhver ingen skal deres hvad mod efter ud op uden nogle bliver fra blev og i at det er en den til på de som med af for ikke der har et om men var sig fra så kan når vi han hun over efter ved under også eller sin mod skal hvor ud havde op bliver blev mere end "
     "alle to år siden siger meget andre nye nu hvad af af hvis være kun få får været selv mellem ifølge sig deres dem af ser lige gør efter angreb uden nej noget danske danmark "
     "rusland kina usa ukraine iran israel nordkorea sydkorea tyskland frankrig storbritannien belgien nederlandene polen indien pakistan japan taiwan vietnam tyrkiet "
     "syrien georgien estland letland litauen norge sverige finland italien spanien schweiz østrig tjekkiet slovakiet ungarn rumænien bulgarien grækenland belarus armenien "
     "aserbajdsjan australien canada brasilien mexico albanien angrebet regeringen minister præsident politiet krig data sikkerhed virksomhed millioner hackere cyberangreb "
     "russiske kinesiske spionage tyveri rapport står bag formentlig "
     "kommunen sygehuset myndigheden folketinget ransomwareangreb hackerangreb anklager beskylder advarer oplysninger stjålet stjal virksomheden cyberangrebet kunder oplyser mistænkes efterretningstjeneste",
     "tion hed$ heder ning$ ede$ øj ej$ ^op ^ud sk$ else$ eligt$ erne$ ^efter ^af gt$ ^for reb$ dt$ skab kt$ ^mod ^bag æg lige$ nd$ ^uden sker ige$ ^tid ^myn hver$ bej uge$ ^angr ette$ ministeriet etering kke$ ^ny ^sag"},
    {"no", "åæøé",
     "enhver ingen skal deres hva mot etter ut opp uten noen blir fra ble og i at det er en den til på de som med av for ikke har et om men var seg fra så kan når vi han hun over etter ved under også eller sin mot skal der ut hadde opp blir ble mer enn "
     "alle to år siden sier mye andre nye nå hva hvis være bare få får vært selv mellom ifølge deres dem gjør uten noe norske norge etter både mener skulle ville kommer måtte flere "
     "russland kina usa ukraina iran israel tyskland frankrike storbritannia belgia nederland polen india pakistan japan taiwan vietnam tyrkia syria georgia estland latvia "
     "litauen sverige finland danmark italia spania sveits østerrike tsjekkia slovakia ungarn romania bulgaria hellas hviterussland armenia aserbajdsjan australia canada "
     "brasil mexico albania angrep angrepet regjeringen minister president politiet krig data sikkerhet selskap millioner hackere dataangrep russiske kinesiske spionasje "
     "tyveri rapport står bak "
     "kommunen sykehuset myndigheten stortinget løsepengevirus anklager beskylder advarer opplysninger stjålet stjal selskapet cyberangrepet kunder opplyser mistenkes etterretningstjenesten",
     "sjon het$ heter ning$ et$ øy ei kk$ kj skj ^opp ^ut sk$ else$ ene$ ^etter ^av tt$ ^for rep$ skap kt$ ^mot ^bak eg$ lige$ nn$ ^uten pp ke$ ^mynd åt tte$ ^sak departementet iv$ yrå ^ble ligg erte$ ^kunnsk"},
    {"nn", "åæøéò", "og i at det er ein den til på dei som med av for ikkje har eit om men var seg frå så kan når vi han ho over etter ved under også eller sin mot skal der ut hadde opp vert vart meir enn kva korleis noko berre mykje",
     "^ikkj ^kv ar$ ane$ skap$ leg$ ^eig ^frå ^meir eit$ ei"},
    {"is", "áðéíóúýþæö", "og að í á er sem til við um en það ekki með fyrir var af hann þeir hún eru hefur frá þess þetta því sem hafa verið sé eftir upp við svo þar mun verður eða einnig þegar yfir "
     "rússland kína bandaríkin úkraína íran ísrael þýskaland frakkland bretland belgía holland pólland indland pakistan japan taívan víetnam tyrkland sýrland georgía "
     "eistland lettland litháen noregur svíþjóð finnland danmörk ítalía spánn sviss austurríki tékkland slóvakía ungverjaland rúmenía búlgaría grikkland armenía "
     "aserbaídsjan ástralía kanada brasilía mexíkó albanía árás ríkisstjórn ráðherra forseti lögreglan stríð gögn öryggi",
     "inn$ inu$ ið$ um$ ur$ anna$ num$ legt$ ^þ ð$ ^hv ör$ ^til ndi$"},
    {"fo", "áðíóúýæø", "og at í á er sum til við um men tað ikki við fyri var av hann tey hon eru hevur frá hetta tí hava verið eftir upp so har eisini tá", ""},
    {"fi", "åäöšž",
     "ja on ei että se oli hän mutta ovat myös kun tai sen jo vain joka ole niin kuin mukaan nyt olla voi mitä ne tämä sekä jos siitä sitä joita jossa kanssa ennen jälkeen vuoden vuonna vielä "
     "tämän kuitenkin hänen olisi kaikki yli uusi uuden suomen suomi eivät ollut enää miten miksi koko kuinka yksi kaksi asti sanoo vastaan minä me he "
     "venäjä kiina yhdysvallat ukraina iran israel saksa ranska belgia alankomaat puola intia pakistan japani taiwan vietnam turkki syyria georgia viro latvia liettua "
     "norja ruotsi tanska italia espanja sveitsi itävalta tšekki slovakia unkari romania bulgaria kreikka armenia azerbaidžan australia kanada brasilia meksiko albania "
     "hyökkäys hyökkäyksen hallitus ministeri presidentti poliisi sota tiedot turvallisuus yhtiö miljoonaa hakkerit kyberhyökkäys venäjän kiinan vakoilu raportti",
     "inen$ iset$ ssa$ ssä$ sta$ stä$ lla$ llä$ lle$ ään ää yö uo ien$ ään$ kse mme$ vat$ vät$ tta$ ttä$ nut$ nyt$ ii aa kaa uus$ llis"},
    {"et", "õäöüšž",
     "ja on ei et see oli ta aga ka kui või selle juba ainult mis ole nii nagu järgi nüüd olla võib mida need ning kes siis tema meie oma pärast enne aasta aastal veel tuleb saab kõik üle uus "
     "eesti poolt vastu kus seda välja miks kuidas üks kaks kuni nad pole kohta jaoks ütles "
     "venemaa hiina ukraina iraan iisrael saksamaa prantsusmaa ühendkuningriik belgia holland poola india pakistan jaapan taiwan vietnam türgi süüria gruusia läti leedu "
     "norra rootsi soome taani itaalia hispaania šveits austria tšehhi slovakkia ungari rumeenia bulgaaria kreeka valgevene armeenia aserbaidžaan austraalia kanada "
     "brasiilia mehhiko albaania rünnak rünnakud valitsus minister president politsei sõda andmed julgeolek ettevõte miljonit häkkerid küberrünnak spionaaž",
     "mine$ mise$ us$ use$ ste$ tud$ nud$ kse$ vad$ ele$ lt$ st$ õu ää öö üü eri ga$ sse$ datud$ ikku ad$ aa uu"},
    {"lv", "āčēģīķļņšūž",
     "un ir ar no par uz lai kas ka tas tā bet vai pēc pie tiek arī kā nav bija būs līdz gada gadā viņš viņa vairāk tikai jau pirms kad šo šī šis savu to ko tajā starp pret mūsu latvijas latvijā "
     "kuri kura kurš var jo ja gan nevar būt divi jauns jauna ļoti kur pat sava tiks "
     "krievija ķīna ukraina irāna izraēla ziemeļkoreja dienvidkoreja vācija francija beļģija nīderlande polija indija pakistāna japāna taivāna vjetnama turcija sīrija "
     "gruzija igaunija latvija lietuva norvēģija zviedrija somija dānija itālija spānija šveice austrija čehija slovākija ungārija rumānija bulgārija grieķija baltkrievija "
     "armēnija azerbaidžāna austrālija kanāda brazīlija meksika albānija uzbrukums uzbrukumi valdība ministrs prezidents policija karš dati drošība uzņēmums miljoni hakeri "
     "kiberuzbrukums krievijas ķīnas spiegošana",
     "ība$ ības$ ību$ šana$ šanas$ šanu$ ijas$ ām$ iem$ tāj ums$ umu$ ais$ ajā$ ieku ^pār ^aiz ^ie ies$ jiem$"},
    {"lt", "ąčęėįšųūž",
     "ir kad yra su į iš ne o tai kaip bet už dėl jis jo po buvo ar per tik dar nuo iki jau bus apie prie taip pat ji jų jie savo kuris kuri kurie labai metų metais lietuvos lietuvoje prieš tarp "
     "kas gali nėra nei būti vis ką šis ši kur net jei mūsų naujas nauja du dvi todėl "
     "rusija kinija ukraina iranas izraelis vokietija prancūzija belgija nyderlandai lenkija indija pakistanas japonija taivanas vietnamas turkija sirija gruzija estija "
     "latvija lietuva norvegija švedija suomija danija italija ispanija šveicarija austrija čekija slovakija vengrija rumunija bulgarija graikija baltarusija armėnija "
     "azerbaidžanas australija kanada brazilija meksika albanija ataka atakos vyriausybė ministras prezidentas policija karas duomenys saugumas įmonė milijonų programišiai "
     "kibernetinė rusijos kinijos šnipinėjimas",
     "imas$ imo$ imą$ ybė ybės$ ijos$ ius$ ių$ oje$ ams$ uose$ iai$ ai$ ės$ tis$ ti$ ininkų$ inis$ ^pa ^su ^iš"},
    {"pl", "ąćęłńóśźż",
     "w i z na do się nie że to jest o jak za od po co przez dla ale ma czy już są tym tego jego być oraz który która które był była było przed tylko może też go jej bardzo roku ze ich jako ten ta "
     "te pod gdy we nad lub bez przy może więcej nas ich jeszcze aby między przeciw dwa nowy nowe nowa mówi rząd polska polski polsce u by został została "
     "rosja chiny ukraina iran izrael niemcy francja belgia holandia indie pakistan japonia tajwan wietnam turcja syria gruzja estonia łotwa litwa norwegia szwecja "
     "finlandia dania włochy hiszpania szwajcaria austria czechy słowacja węgry rumunia bułgaria grecja białoruś armenia azerbejdżan australia kanada brazylia meksyk "
     "albania atak ataki minister prezydent policja wojna dane bezpieczeństwo firma milionów hakerzy cyberatak rosyjscy chińscy szpiegostwo kradzież raport hakerów",
     "ość$ ości$ ani cz sz rz ych$ ego$ owa$ owy$ ów$ acj ^prz ^wy ^po ie ski$ ska$ skie$ nie$ ch$ ami$ iej$ emu$ ował ki$ dz ią$ ją$ li$ wa$ zny$"},
    {"cs", "áčďéěíňóřšťúůýž",
     "a v se na je že to s z do o i ve si by jako pro za jsou ale podle po který která které byl byla bylo od jeho však při být už k jen ze co před nebo také než až má jak kteří proti jsme ji "
     "této roku není své mezi svůj jsem mu bez tak kde když bude pod budou více může tím nové nový ještě které lidí česko česká české "
     "rusko čína ukrajina írán izrael německo francie belgie nizozemsko polsko indie pákistán japonsko vietnam turecko sýrie gruzie estonsko lotyšsko litva norsko švédsko "
     "finsko dánsko itálie španělsko švýcarsko rakousko slovensko maďarsko rumunsko bulharsko řecko bělorusko arménie ázerbájdžán austrálie kanada brazílie mexiko albánie "
     "útok útoky vláda ministr prezident policie válka data bezpečnost firma milionů hackeři kyberútok ruští čínští špionáž krádež zpráva "
     "ukradli údaje nemocnice útoku obvinila varuje skončila řekl společnost kybernetický kybernetického ministerstvo zahraničí úřad zákazníků",
     "ost$ osti$ ého$ ých$ ní$ ování ^př ě ou$ ský$ ská$ ské$ ém$ ím$ ů ení$ ci$ ^vy ^ná iteli ch$ ky$ ácí ovat$ kov$ uje$ ali$ ila$ ^ky"},
    {"sk", "áäčďéíĺľňóôŕšťúýž",
     "a v sa na je že to s z do o i vo si by ako pre za sú ale podľa po ktorý ktorá ktoré bol bola bolo od jeho však pri byť už k len zo čo pred alebo tiež než až má proti sme ju tejto roku nie je "
     "svoje medzi som mu bez tak kde keď bude pod budú viac môže nový nové ešte ľudí slovensko slovenska slovenskej aj iba pretože "
     "rusko čína ukrajina irán izrael nemecko francúzsko belgicko holandsko poľsko india pakistan japonsko taiwan vietnam turecko sýria gruzínsko estónsko lotyšsko litva "
     "nórsko švédsko fínsko dánsko taliansko španielsko švajčiarsko rakúsko česko maďarsko rumunsko bulharsko grécko bielorusko arménsko azerbajdžan austrália kanada "
     "brazília mexiko albánsko útok útoky vláda minister prezident polícia vojna dáta bezpečnosť firma miliónov hackeri kyberútok ruskí čínski špionáž krádež správa "
     "ukradli údaje nemocnice útoku obvinila varuje skončila povedal spoločnosť kybernetický kybernetického ministerstvo zahraničných vecí úrad zákazníkov",
     "osť$ osti$ ého$ ých$ nie$ ovan ^pr ou$ ský$ ská$ ské$ om$ ia$ iť$ ania$ eni ^vy ^ná iteľ ch$ ov$ uje$ ali$ ila$ ^ky ô ľ ovať$ ej$ ách$ iach$"},
    {"sl", "čšž",
     "vsakdo ima nihče sme biti pravico svobode svoboda njegove svojih svoj katerega katere kakor brez naj nikogar države in v je na da se za so z pa ki po s bi ne tudi ali od ni kot ga do bil bila bilo pri o jih še jo to le kako pred kar ob več sta med kjer ter ko tem te ta lahko zaradi bo bodo že proti leta "
     "svoje njegov niso nam smo samo imajo kdo vse brez zelo nov nova nove dva dve slovenija slovenije sloveniji vlada zakaj "
     "rusija kitajska ukrajina iran izrael nemčija francija belgija nizozemska poljska indija pakistan japonska tajvan vietnam turčija sirija gruzija estonija latvija "
     "litva norveška švedska finska danska italija španija švica avstrija češka slovaška madžarska romunija bolgarija grčija belorusija armenija azerbajdžan avstralija "
     "kanada brazilija mehika albanija napad napadi minister predsednik policija vojna podatki varnost podjetje milijonov hekerji kibernetski ruski kitajski vohunjenje "
     "kibernetskega podjetja evropska evropske svet ministrstvo obtožil obtožila ukradli bolnišnice opozarja poročilo kje",
     "ost$ osti$ ega$ emu$ nje$ anje$ enje$ ih$ ijo$ ov$ ski$ ska$ ske$ ga$ ^prav ščin ^vs ^iz ^pre ev$ ^nap ijske$ jo$ mi$ nec$ lno$ čni"},
    {"hr", "čćđšž",
     "svatko ima pravo nitko ne smije biti ovoj ove države čovjek svoje njegove odnosno budući treba prava i u je na da se za su od s a koji koja koje kao o ne nije iz što do ili samo te bi će po kako ali nakon prema više može već bio bila bilo pri sve ima ga nego zbog protiv godine godina "
     "hrvatska hrvatske hrvatskoj tijekom tko što gdje tvrtka sigurnost uvjeti vijeće tisuća također tjedan vlada dvije dva kazao rekao između svibnja travnja ožujka siječnja tijekom "
     "rusija kina ukrajina iran izrael njemačka francuska belgija nizozemska poljska indija pakistan japan tajvan vijetnam turska sirija gruzija estonija latvija litva "
     "norveška švedska finska danska italija španjolska švicarska austrija češka slovačka mađarska rumunjska bugarska grčka bjelorusija armenija azerbajdžan australija "
     "kanada brazil meksiko albanija napad napadi ministar predsjednik policija rat podaci milijuna hakeri kibernetički ruski kineski špijunaža "
     "kibernetičkog kibernetičkim hakerski tvrtke tisuću tisuće europska europske europski ministarstvo optužio optužila ukrali bolnice upozorava sabor sveučilište",
     "ost$ osti$ nje$ anje$ enje$ ije rj skog$ ski$ ska$ ske$ ^pri om$ ima$ uje$ ijeni mjest svijet vrijem djec čovje ^europ opć sigurn izvješ priopć tisuć tjed ^tko surad obitelj sveučil zrakopl povijes ministar irao$ irati$ iran tijekom neovisn glazb uvjet zahtjev"},
    {"bs", "čćđšž",
     "svako ima pravo niko ne smije biti ovoj ove države čovjek svoje njegove odnosno budući treba prava i u je na da se za su od s a koji koja koje kao o ne nije iz što do ili samo te bi će po kako ali nakon prema više može već bio bila bilo pri sve ima ga nego zbog protiv godine godina bih "
     "bosna bosne hercegovina hercegovine bosni sarajevo sarajevu također takođe ko šta gdje sedmica hiljada sigurnost kompanija rekao kazao između "
     "rusija kina ukrajina iran izrael njemačka francuska belgija holandija poljska indija pakistan japan tajvan vijetnam turska sirija gruzija estonija latvija litvanija "
     "norveška švedska finska danska italija španija švicarska austrija češka slovačka mađarska rumunija bugarska grčka bjelorusija armenija azerbejdžan australija kanada "
     "brazil meksiko albanija napad napadi vlada ministar predsjednik policija rat podaci miliona hakeri ruski kineski špijunaža "
     "cyber hakerski kompanije hiljadu hiljade evropska evropske evropski vijeće ministarstvo optužio optužila ukrali bolnice upozorava skupština univerzitet izvještaj neko",
     "ost$ osti$ nje$ anje$ enje$ ije skog$ ski$ ska$ ske$ ^pri om$ ima$ uje$ ijeni mjest svijet vrijem djec čovje ^evrop opć sigurn izvješt saopć hiljad sedmic sarad porodic univerzit histori isao$ isati$ iran tokom nezavisn muzik uslov uvjet bosans"},
    {"sr-Latn", "čćđšž",
     "svako ima pravo niko ne sme biti ovoj ove države čovek svoje njegove odnosno pošto treba prava i u je na da se za su od s a koji koja koje kao o ne nije iz što do ili samo te bi će po kako ali nakon posle prema više može već bio bila bilo pri sve ima ga nego zbog protiv godine godina "
     "srbija srbije srbiji ko šta gde bezbednost nedelja hiljada kompanija vlada takođe dve dva rekao kazao između predsednik svet ovde evropa evropske vreme saopštio tokom izveštaj "
     "rusija kina ukrajina iran izrael nemačka francuska belgija holandija poljska indija pakistan japan tajvan vijetnam turska sirija gruzija estonija letonija litvanija "
     "norveška švedska finska danska italija španija švajcarska austrija češka slovačka mađarska rumunija bugarska grčka belorusija jermenija azerbejdžan australija kanada "
     "brazil meksiko albanija napad napadi ministar policija rat podaci miliona hakeri ruski kineski špijunaža "
     "sajber hakerski kompanije hiljadu hiljade evropska evropski savet ministarstvo optužio optužila ukrali bolnice upozorava skupština skupštinu univerzitet neko svega pre",
     "ost$ osti$ nje$ anje$ enje$ skog$ ski$ ska$ ske$ ^pri om$ ima$ uje$ eni mest svet vrem ^dec čove ^evrop opšt bezbedn izvešt saopšt hiljad nedelj sarad porodic univerzit istori isao$ isati$ isan tokom nezavisn muzik uslov srbij srpsk ^pre ^vere zahtev rešen ^reč ^lep mesec ^pošto dstv telj$ dnos"},
    {"sq", "çë",
     "e të në dhe i me për një që nga së më si ka është ai kjo por u nuk janë do ky ishte ose të cilët cila kanë deri pas edhe mund tyre tij saj shumë ndaj kundër qeveria shqipëri shqipërisë "
     "kosovë kosovës vetëm duke kur jo ku gjatë sipas dy ne ju "
     "rusi kinë shba ukrainë iran izrael gjermani francë belgjikë holandë poloni indi pakistan japoni tajvan vietnam turqi siri gjeorgji estoni letoni lituani norvegji "
     "suedi finlandë danimarkë itali spanjë zvicër austri çeki sllovaki hungari rumani bullgari greqi bjellorusi armeni azerbajxhan australi kanada brazil meksikë sulm "
     "sulmi sulme ministri presidenti policia lufta dhënat siguria kompania milionë hakerët kibernetik ruse kineze spiunazh",
     "ve$ ës$ ën$ ët$ it$ isht$ shm nj gj ^sh q sht uar$ im$ imi$ imit$ ëri xh ll$ et$ eve$"},
    {"hu", "áéíóöőúüű",
     "a az és hogy nem is egy volt van meg de csak már ez azt mint el ki még akkor kell lesz vagy ha én ő mert most lehet minden után fel szerint több le majd be között ezt új lett így amely "
     "aki ami itt olyan magyar magyarország magyarországi ellen nagy miatt alatt két pedig arra első során évben sem nincs hogyan miért "
     "oroszország kína ukrajna irán izrael németország franciaország belgium hollandia lengyelország india pakisztán japán tajvan vietnám törökország szíria grúzia "
     "észtország lettország litvánia norvégia svédország finnország dánia olaszország spanyolország svájc ausztria csehország szlovákia románia bulgária görögország "
     "belarusz örményország azerbajdzsán ausztrália kanada brazília mexikó albánia támadás támadások kormány miniszter elnök rendőrség háború adatok biztonság cég millió "
     "hackerek kibertámadás orosz kínai kémkedés",
     "ság ség ban$ ben$ nak$ nek$ ból$ ből$ ról$ ről$ hoz$ hez$ tól$ től$ val$ vel$ ott$ ett$ ság$ gy sz ^meg ^el ^ki ás$ és$ ok$ ek$ ak$ ul$ ül$ ított ító$ ász"},
    {"tr", "çğıöşüâîû",
     "ve bir bu da de için ile olarak çok daha olan en gibi ne o var kadar sonra ise ki diye mi her oldu olduğu önce etti değil ya ama iki yeni tarafından göre türkiye büyük ilk karşı şu "
     "üzerinde arasında nasıl neden şey ben biz veya hem son yok oldu edildi ediyor türk abd milyon gün yıl saldırı "
     "rusya çin ukrayna iran israil almanya fransa belçika hollanda polonya hindistan pakistan japonya tayvan vietnam suriye gürcistan estonya letonya litvanya norveç "
     "isveç finlandiya danimarka italya ispanya isviçre avusturya çekya slovakya macaristan romanya bulgaristan yunanistan belarus ermenistan azerbaycan avustralya kanada "
     "brezilya meksika arnavutluk saldırısı hükümet bakan başkan polis savaş veri güvenlik şirket hackerler siber rus çinli casusluk",
     "lar$ ler$ ları$ leri$ ların$ lerin$ dan$ den$ nın$ nin$ mak$ mek$ yor$ acak$ ecek$ dı$ di$ ması$ mesi$ lık$ lik$ cı$ ci$ nda$ nde$ sı$ si$ ığı iği"},
    {"az", "çəğıöşü",
     "və bir bu da də üçün ilə olan çox daha ən kimi nə var qədər sonra isə ki deyil olub edib edir olaraq azərbaycan azərbaycanın ölkə ölkənin tərəfindən görə böyük ilk qarşı onun bakı "
     "arasında necə niyə iki yeni deyib bildirib həm hər o "
     "rusiya çin ukrayna iran israil almaniya fransa belçika niderland polşa hindistan pakistan yaponiya tayvan vyetnam türkiyə suriya gürcüstan estoniya latviya litva "
     "norveç isveç finlandiya danimarka italiya ispaniya isveçrə avstriya çexiya slovakiya macarıstan rumıniya bolqarıstan yunanıstan belarus ermənistan avstraliya kanada "
     "braziliya meksika albaniya hücum hücumu hökumət nazir prezident polis müharibə məlumat təhlükəsizlik şirkət milyon haker kiber casusluq",
     "lar$ lər$ ları$ ləri$ ların$ lərin$ dan$ dən$ nın$ nin$ maq$ mək$ ır$ ir$ acaq$ əcək$ lıq$ lik$ çı$ çi$ nda$ ndə$ x$ ə$ q$"},
    {"tk", "äçňöşüýž", "we bir bu üçin bilen hem köp iň ýaly bar soň türkmenistan türkmenistanyň diýip boldy eden edýär onuň ýyl", ""},
    {"uz", "", "va bir bu uchun bilan ham ko'p ko‘p eng kabi bor keyin emas o'zbekiston o‘zbekiston o‘z o'z davlat bo'lgan bo‘lgan qildi haqida qanday yangi esa edi ushbu nega bo‘ldi bo'ldi yoki "
     "rossiya xitoy ukraina eron isroil germaniya fransiya belgiya niderlandiya polsha hindiston pokiston yaponiya tayvan vyetnam turkiya suriya gruziya estoniya latviya "
     "litva norvegiya shvetsiya finlandiya daniya italiya ispaniya shveytsariya avstriya chexiya slovakiya vengriya ruminiya bolgariya gretsiya belarus armaniston "
     "ozarbayjon avstraliya kanada braziliya meksika albaniya",
     "lar$ lari$ ning$ dan$ da$ gan$ ish$ moqda$ lik$ chi$ ^o'z ga$ ni$ ^bo"},
    {"ku", "çêîşû", "û di de li ji bi ku ev ew bo na ne min te wî wê her yek du kurdistan kurdistanê tirkiyê dike kir hat hatin jî an heye ye bû gel",
     "kirin$ an$ ên$ ^her ^di ^bi ^na ê$ î$ dike$ bûn$ eyên$ ^mir ^maf wek"},
    {"id", "",
     "setiap orang berhak seluruh bahwa maupun dilakukan semua hak usai soal tak hanya warga polisi presiden sejak kini akibat diduga menurut rusia menolak dan yang di dengan untuk dari ini itu dalam pada tidak akan adalah ke oleh juga sebagai telah bisa karena ada mereka kepada atau saat lebih tersebut menjadi dapat kata seorang tahun para "
     "sudah antara hingga setelah secara kami ia bahwa bagi namun masih serta terhadap indonesia pemerintah uang kantor bisnis perusahaan karena serangan siber jakarta rumah mobil "
     "tiongkok ukraina iran israel jerman prancis belgia belanda polandia india pakistan jepang taiwan vietnam turki suriah georgia estonia latvia lituania norwegia swedia "
     "finlandia denmark italia spanyol swiss austria ceko slovakia hungaria rumania bulgaria yunani belarus armenia azerbaijan australia kanada brasil meksiko albania "
     "menteri perang data keamanan juta peretas spionase pencurian laporan tuding jaringan "
     "peretasan menuduh memperingatkan korban kementerian menangkap ditangkap situs intelijen sakit",
     "^meng ^mem ^ber ^ter ^pen ^per ^ke ^di kan$ nya$ isasi$ itas$ si$ an$ ^men ^peretas militer ^tuding ^amerika inggris ^kedubes usai$ ^soal rusia intelijen siber ^bahwa uang$ sional$ wakili ^presiden ^polisi ^warga ^pemer perusaha"},
    {"ms", "",
     "setiap seseorang adalah semua hak bahawa hendaklah sahaja tiada sejak kini akibat didakwa menurut antaranya perdana menteri dakwa kepada dan yang di dengan untuk dari ini itu dalam pada tidak akan adalah ke oleh juga sebagai telah boleh kerana ada mereka kepada atau ketika lebih tersebut menjadi dapat kata seorang tahun para "
     "sudah antara hingga selepas secara kami beliau bahawa bagi namun masih serta terhadap malaysia kerajaan wang pejabat perniagaan syarikat serangan siber rakyat ialah bermula orang berkata "
     "manakala negara turut kuala lumpur ekoran "
     "rusia china ukraine iran israel jerman perancis belgium belanda poland india pakistan jepun taiwan vietnam turki syria georgia estonia latvia lithuania norway sweden "
     "finland denmark itali sepanyol switzerland austria czechia slovakia hungary romania bulgaria greece belarus armenia azerbaijan australia kanada brazil mexico albania "
     "presiden polis perang data keselamatan juta penggodam pengintipan kecurian laporan "
     "penggodaman menuduh amaran mengenai hospital daripada mangsa kementerian tahan ditahan laman perisikan",
     "^meng ^mem ^ber ^ter ^pen ^per ^ke ^di kan$ nya$ isasi$ iti$ si$ an$ ^men penggod tentera syarikat inggeris kerajaan polis$ ^bahaw rakyat rusia perisik siber ^wang pejabat negara$ kebangsaan ^menter ^laman $hari pertahanan universiti ialah"},
    {"fil", "ñ", "ang ng mga sa na ay at ni para si kay hindi ito nang may ako siya kung sila isang din rin lang ko mo niya pa po nila mula ayon kanyang dahil naman pilipinas bansa noong sinabi bagong laban walang "
     "russia china ukraine iran israel germany france belgium netherlands poland india pakistan japan taiwan vietnam turkey syria georgia estonia latvia lithuania norway "
     "sweden finland denmark italy spain switzerland austria czechia slovakia hungary romania bulgaria greece belarus armenia azerbaijan australia canada brazil mexico "
     "albania pag-atake gobyerno ministro pangulo pulisya digmaan datos seguridad kumpanya milyon",
     "^pag ^nag ^mag ^ipin ^ka ^in ong$ ng$ ^um ^pin ^ki an$ ^pan"},
    {"jv", "éè", "lan ing sing iki kanggo karo saka ora wis ana iku bisa dadi uga luwih marang dening yaiku wong", ""},
    {"su", "éè", "jeung nu di anu ti ka pikeun teu geus aya ieu éta bisa jadi ogé leuwih urang ku", ""},
    {"vi", "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
     "và của là có các cho không được một với trong những người này đã khi đến từ về năm vào ra sẽ cũng nhiều để như theo tại trên tôi ông bị công việt nam nước sau hơn còn lại mới "
     "nga ukraina iran israel đức pháp bỉ pakistan syria georgia estonia latvia litva italy áo séc slovakia hungary romania bulgaria belarus armenia azerbaijan australia "
     "canada brazil mexico albania tấn chính phủ bộ trưởng tổng thống cảnh sát chiến tranh dữ liệu ninh triệu tin tặc mạng gián điệp",
     "^ng ^nh ^th ^tr ^ph ^kh ng$ nh$ ch$ ươ uyê iế ^qu"},
    {"sw", "", "na ya wa kwa ni katika la za kuwa hii cha kama huo vya watu mwaka yake baada pia hiyo alisema serikali nchi wake kwamba lakini hata bado wao hilo zaidi hivyo rais kenya tanzania "
     "urusi uchina marekani ukraine iran israeli ujerumani ufaransa ubelgiji uholanzi poland india pakistani japani taiwan vietnamu uturuki saudia syria jojia estonia "
     "latvia lithuania norway uswidi ufini denmaki italia uhispania uswisi austria chechia slovakia hungaria romania bulgaria ugiriki belarus armenia azerbaijani australia "
     "kanada brazil meksiko albania shambulio waziri polisi vita data usalama kampuni milioni",
     "^wa ^ku ^ki ^mwa ^ali ^una ^vya ^ya ishw ika$ wa$ isha$ ^ha ^ni ^wali ^nchi"},
    {"so", "", "qof kasta wuxuu xaq leeyahay dadka qaranka waddan waxay cid lama iyo oo ka ku in uu ay la waa soo ah ayaa waxaa kale leh dalka si u ugu isaga iska soomaaliya xukuumadda markii mid",
     "^dh xa qa yo$ aha$ ^wax aan$ iin$ ^xu ^xa dii$ yey$ ay$"},
    {"ha", "ɓɗƙƴ", "da a ta na ya ba wannan daga cikin domin suka zai kan ne ce ga sun yana ake cewa shi mai kasar najeriya gwamnatin kuma wani",
     "ts ƙ ^ya ^ma ar$ wa$ ci$ awa$ in$ ^sh an$ ^ku ^gwam"},
    {"yo", "áàẹéèẹ́ìíọóòṣúù", "ni ti àwọn tí sí ń ṣe fún ọjọ́ lọ́wọ́ kan yìí wọ́n pẹ̀lú láti nínú orílẹ̀ èdè", ""},
    {"zu", "", "ukuthi futhi kanye ngokuthi noma kodwa lapho abantu uma ngoba kusho uthe ukuba", ""},
    {"eu", "ñ", "eta da ez du bat dira zen dute ere izan egin zuen baina den gehiago beste hau baino egiten duen behar bere euskal dituzte urte arte artean kontra dela bezala "
     "errusia txina ukraina iran israel alemania frantzia belgika herbehereak polonia india pakistan japonia taiwan vietnam turkia siria georgia estonia letonia lituania "
     "norvegia suedia finlandia danimarka italia espainia suitza austria txekia eslovakia hungaria errumania bulgaria grezia bielorrusia armenia azerbaijan australia "
     "kanada brasil mexiko albania",
     "tzen$ aren$ tik$ ko$ ak$ ek$ etan$ tu$ tz tx ^ez era$ ^gob ^euska"},
    {"ga", "áéíóú", "an na agus ar go a is i le do ag bhí tá nach sin atá leis mar ní chun nó faoi ach ó sé seo bhfuil",
     "^bh ^mh ^ch ^dh ach$ aidh$ igh$ acht$ ^gc ^bp ^n- ^dt eann$ ^fh"},
    {"gd", "àèìòù", "an agus air tha a na gu do is le nach bha e airson ann bho ri mar aig eile sin seo", ""},
    {"cy", "âêîôûŵŷ", "y yr a ac i o yn ar bod mae wedi am gan ei eu er oedd fod hefyd sydd nid ond neu wrth gyda hyn cael cymru",
     "^ll dd ff ^y au$ ol$ wy iad$ iaeth$ odd$ ^rh ^gw"},
    {"mt", "ċġħżàèìòù", "li ta' u il- ma' fl- għal hija huwa kien minn dwar biex kull wara malta l- tal- mill- bil- jew mhux lill- qed din dan", ""},
    {"eo", "ĉĝĥĵŝŭ", "la de kaj en estas por ke al kun ne oni kiu tio li ili sed el pri kiel ankaŭ esti tiu ĉi pli nun",
     "oj$ ajn$ on$ ojn$ ado$ eco$ aj$ as$ is$ os$ anto$ ita$"},
    {"la", "", "et in est non ad cum ut quod qui ex sed de per quae esse ab si aut etiam atque", ""},
    {"ht", "èòà", "nan ak yo pou se ki li nou sa yon te pa gen ayiti kap fè moun", ""},
};

constexpr LanguageWords k_cyrillic[] = {
    {"ru", "ёъыэ",
     "и в не на что с по как из за от для это к о его но до все при он у так или бы был же только если их после под также году они ее её мы может была были было без между уже чтобы которые который "
     "которая том об года нет еще ещё где со во кто когда более против россии россия сша своих этом есть будет из-за над стал рассказал заявил почему а через лет время человек два "
     "китай украина иран израиль кндр германия франция великобритания бельгия нидерланды польша индия пакистан япония тайвань вьетнам турция сирия грузия эстония латвия "
     "литва норвегия швеция финляндия дания италия испания швейцария австрия чехия словакия венгрия румыния болгария греция беларусь армения азербайджан австралия канада "
     "бразилия мексика албания атака атаки правительство министр президент полиция война данные безопасность компания миллионов хакеры хакеров кибератака российские "
     "китайские шпионаж",
     "ость$ ости$ ение$ ения$ ого$ ый$ ая$ ые$ ых$ ться$ тся$ ы$ ыми$ ет$ ют$ ии$ ция$ ции$ ский$ ской$ ^вы эт$ ^об"},
    {"uk", "іїєґ",
     "і в не на що з по як із за від для це до його але та все при він у так або би був ж тільки якщо їх після під також році вони її ми може була були було без між вже щоб які який яка тому про "
     "року немає ще де зі хто коли більше проти україни україна сша своїх цьому є буде через над став розповів заявив чому й років час а цей людей два "
     "росія китай іран ізраїль німеччина франція бельгія нідерланди польща індія пакистан японія тайвань вʼєтнам туреччина сирія грузія естонія латвія литва норвегія "
     "швеція фінляндія данія італія іспанія швейцарія австрія чехія словаччина угорщина румунія болгарія греція білорусь вірменія азербайджан австралія канада бразилія "
     "мексика албанія атака атаки уряд міністр президент поліція війна дані безпека компанія мільйонів хакери хакерів кібератака російські китайські шпигунство",
     "ість$ ості$ ення$ ання$ ого$ ий$ ої$ их$ ться$ ння$ ві$ ів$ ують$ ія$ ії$ ції$ ський$ ської$ ^ві ми$ ку$ їн йо"},
    {"be", "іўё",
     "і ў не на што з па як за ад для гэта да яго але ўсе пры ён у так або бы быў ж толькі калі іх пасля пад таксама годзе яны яе мы можа была былі было без паміж ужо каб якія які якая таму пра года "
     "няма яшчэ дзе хто больш супраць беларусі беларусь зша сваіх гэтым ёсць будзе праз над а гэты людзей два "
     "расія кітай украіна іран ізраіль германія францыя вялікабрытанія бельгія нідэрланды польшча індыя пакістан японія тайвань в’етнам турцыя сірыя грузія эстонія латвія "
     "літва нарвегія швецыя фінляндыя данія італія іспанія швейцарыя аўстрыя чэхія славакія венгрыя румынія балгарыя грэцыя арменія азербайджан аўстралія канада бразілія "
     "мексіка албанія атака атакі урад міністр прэзідэнт міліцыя вайна даныя бяспека кампанія мільёнаў хакеры хакераў кібератака расійскія кітайскія шпіянаж",
     "асць$ сці$ анне$ анні$ ага$ ай$ ых$ ца$ цца$ дз ў$ ы$ ння$ ыя$ цыя$ цыі$ скі$ скай$ ^вы амі$ ць$ дзе"},
    {"bg", "ъ",
     "и в на не да се за от с че е по са като до което който която си при това след ще но или още беше може няма той те към през само има бъде много а ни тези вече най според под как срещу "
     "българия българската сащ между без над както преди защото където които обяви каза един една съобщи какво защо две "
     "русия китай украйна иран израел германия франция белгия нидерландия полша индия пакистан япония тайван виетнам турция сирия грузия естония латвия литва норвегия "
     "швеция финландия дания италия испания швейцария австрия чехия словакия унгария румъния гърция беларус армения азербайджан австралия канада бразилия мексико албания "
     "атака атаки правителство министър президент полиция война данни сигурност компания милиона хакери хакерска кибератака руски китайски шпионаж",
     "ост$ ости$ ение$ ението$ ия$ ията$ ите$ ата$ ъ ски$ ска$ ци$ ва$ ват$ ха$ ния$ ят$ ът$ ове$ то$ ^из щ"},
    {"mk", "ѓќјљњџѕѐѝ",
     "секој има право сите треба овој оваа овие тоа дека што своја своите негови еден една некој кога година години претседател влада сѐ биле бил која било и во на не да се за од со дека е по се како до кое кој која си при тоа но или уште беше може нема тој тие кон низ само има биде многу а овие веќе според под против македонија македонска "
     "меѓу без над пред бидејќи каде кои рече ќе што го ги му им ја сад два "
     "русија кина украина иран израел германија франција белгија холандија полска индија пакистан јапонија тајван виетнам турција сирија грузија естонија латвија литванија "
     "норвешка шведска финска данска италија шпанија швајцарија австрија чешка словачка унгарија романија бугарија грција белорусија ерменија азербејџан австралија канада "
     "бразил мексико албанија напад напади министер полиција војна податоци безбедност компанија милиони хакери сајбер руски кинески шпионажа",
     "ост$ ости$ ење$ ењето$ ија$ ијата$ ите$ ата$ от$ ски$ ска$ ува$ уваат$ ат$ ња$ циј ото$ ј ќе ^об ^нај тво$ едат ече ички"},
    {"sr-Cyrl", "ђјљњћџ",
     "и у је на да се за су од с а који која које као о не није из што до или само те би ће по како али након после према више може већ био била било при све има га него због против године "
     "србија србије србији ко шта где сад између председник рекао током свет "
     "русија кина украјина иран израел немачка француска белгија холандија пољска индија пакистан јапан тајван вијетнам турска сирија грузија естонија летонија литванија "
     "норвешка шведска финска данска италија шпанија швајцарска аустрија чешка словачка мађарска румунија бугарска грчка белорусија јерменија азербејџан аустралија канада "
     "бразил мексико албанија напад напади влада министар полиција рат подаци безбедност компанија милиона хакери сајбер руски кинески шпијунажа",
     "ост$ ости$ ење$ ање$ ија$ ије$ ију$ ог$ ом$ ски$ ска$ ском$ ског$ има$ ују$ их$ ћ ђ ла$ циј ље ови$ ован ством$ ање"},
    {"kk", "әғқңөұүһі", "және бұл үшін бойынша мен бен деп қазақстан бір болды туралы оның осы қазақстанның көп жаңа болып дейін бар емес қарсы кейін жыл жылы елдің өз сол ол "
     "ресей қытай украина иран израиль германия франция ұлыбритания бельгия нидерланд польша үндістан пәкістан жапония тайвань вьетнам түркия сирия грузия эстония латвия "
     "литва норвегия швеция финляндия дания италия испания швейцария аустрия чехия словакия венгрия румыния болгария грекия беларусь армения әзірбайжан аустралия канада "
     "бразилия мексика албания шабуыл үкімет министр президент полиция соғыс деректер қауіпсіздік компания миллион хакерлер",
     "лар$ лер$ дар$ дер$ тар$ тер$ ның$ нің$ дың$ дің$ тың$ ған$ ген$ ды$ ді$ ты$ лық$ лік$ сы$ сі$ ында$ інде$"},
    {"ky", "ңөү", "жана бул үчүн боюнча менен деп кыргызстан бир болду тууралуу анын ушул көп жаңы болуп чейин бар эмес каршы кийин жыл жылы өз ал өлкөнүн "
     "россия кытай украина иран израиль германия франция бельгия нидерланд польша индия пакистан япония тайвань вьетнам түркия сирия грузия эстония латвия литва норвегия "
     "швеция финляндия дания италия испания швейцария австрия чехия словакия венгрия румыния болгария греция беларусь армения азербайжан австралия канада бразилия мексика "
     "албания чабуул өкмөт министр президент милиция согуш маалымат коопсуздук компания миллион хакерлер",
     "лар$ лер$ дор$ дөр$ нын$ нин$ дын$ дин$ ган$ ген$ ды$ ди$ лык$ лик$ сы$ ында$ инде$ оо өө үү уу ээ"},
    {"tg", "ғӣқӯҳҷ", "ва дар аз ба ки бо ин барои тоҷикистон як аст то ҳам он низ шуд бар кард ҷумҳурии дигар соли вале худ мекунад ё",
     "ҳои$ ҳо$ ии$ он$ ро$ аст$ и$ уд$ анд$ иҳои"},
    {"mn", "өүё", "хүн хүний эрх бүр улс хууль өөрийн тэр энэхүү мөн харин ямар аль болох аливаа ард түмэн засгийн газар ерөнхийлөгч монголчууд олон гэдэг хэрэг нь юм байна болон энэ гэж улсын монгол бол ба ч уу үү тус хийх гэсэн байгаа дээр нэг бөгөөд монголын оны хэмээн байсан "
     "орос хятад украин иран израиль герман франц бельги нидерланд польш энэтхэг пакистан япон тайвань вьетнам турк сири гүрж эстони латви литва норвеги швед финлянд дани "
     "итали испани швейцарь австри чех словак унгар румын болгар грек беларусь армени азербайжан австрали канад бразил мексик албани халдлага сайд цагдаа дайн мэдээлэл "
     "аюулгүй компани сая хакерууд",
     "ийн$ ын$ ийг$ ыг$ ууд$ үүд$ уулан үүлэ сан$ сэн$ сон$ сөн$ лаа$ лээ$ даг$ дэг$ аа ээ оо өө ий аар$ ээр$ оор$ өөр$ тай$ тэй$ той$ гүй$ ахаар эхээр эрх$ үнд"},
    {"tt", "әөүҗңһ", "һәм бу белән өчен дә да татарстан бер булган дип ул бик иң кебек турында булды шул аның яңа",
     "лар$ ләр$ ның$ нең$ дан$ гән$ ган$ лык$ лек$ ында$ ендә$"},
    {"ba", "әөүҡғҫңһҙ", "һәм был менән өсөн дә да башҡортостан бер булған тип ул бик иң кеүек тураһында булды шул уның",
     "лар$ ләр$ дар$ ның$ нең$ ған$ гән$ лыҡ$ лек$"},
    {"uz", "ўқғҳ", "ва бир бу учун билан ҳам кўп энг каби бор кейин эмас ўзбекистон давлат бўлган қилди ҳақида янги деб",
     "лар$ лари$ нинг$ дан$ ган$ иш$ моқда$ лик$ га$ ни$"},
    {"cv", "ăĕçÿӑӗҫӳ", "тата та те пирки чӑваш пулнӑ пӗр ҫак тесе унӑн", ""},
    {"os", "ӕ", "ӕмӕ уый йӕ цы дӕр нӕ ирыстон", ""},
    {"ce", "ӏ", "а ду цу нохчийн хила иза бу", ""},
};

constexpr LanguageWords k_arabic[] = {
    {"ar", "ةىأإؤئآ",
     "في من على إلى أن عن مع هذا هذه التي الذي بعد بين كان قد ما لا لم أو كما ذلك إن حول عام قبل خلال ضد منذ وقال وفي كل غير أكثر تم هو هي كانت عبر حيث وأن ولا أي حتى بن ال الى علي و يوم اليوم "
     "روسيا الصين أوكرانيا إيران إسرائيل ألمانيا فرنسا بلجيكا هولندا بولندا الهند باكستان اليابان تايوان فيتنام تركيا سوريا جورجيا إستونيا لاتفيا ليتوانيا النرويج السويد "
     "فنلندا الدانمرك إيطاليا إسبانيا سويسرا النمسا التشيك سلوفاكيا هنغاريا رومانيا بلغاريا اليونان بيلاروس أرمينيا أذربيجان أستراليا كندا البرازيل المكسيك ألبانيا", ""},
    {"fa", "پچژگکی",
     "در به از که این را با است برای آن یک می و شد تا بر شده خود های هم کرد باید بود نیز پس ها ما ایران اما یا هر دو کشور بین علیه سال پیش چه شود کند کرده روز گفت دیگر همه چرا "
     "روسیه چین اوکراین اسرائیل آلمان فرانسه بریتانیا بلژیک هلند لهستان هند پاکستان ژاپن تایوان ویتنام ترکیه سوریه گرجستان استونی لتونی لیتوانی نروژ سوئد فنلاند دانمارک "
     "ایتالیا اسپانیا سوئیس اتریش چک اسلواکی مجارستان رومانی بلغارستان یونان بلاروس ارمنستان استرالیا کانادا برزیل مکزیک آلبانی", ""},
    {"ps", "ټډړږښڅځڼېۍګۀ", "هر څوک شي چې ډول حق لري لپاره باندې کښې کې شوې شو کړي کړل نړۍ په د او چې له دې کې ته یې سره کړې هم نه شوي افغانستان وروسته دی ده خپل پر یو "
     "روسیه چین اوکراین ايران اسراييل المان فرانسه برتانیه بیلجیم هالېنډ پولنډ هند پاکستان جاپان تائيوان وېتنام ترکي سوریه گورجستان استونیا ليتهويا لیتوانیا ناروۍ سویډن "
     "فنلینډ ډنمارک ایټالیه هسپانیه سویس اتریش چکیا سلواکیا مجارستان رومانیا بلغاریه یونان بیلاروس ارمنستان اذربايجان آسټرالیا کاناډا برازیل میکسیکو البانیه", ""},
    {"ur", "ٹڈڑےںھہ", "کے میں کی ہے اور سے کا کو نے پر کہ یہ ہیں اس بھی ایک کر تھا گیا لیے وہ نہیں ان پاکستان ہو تک بعد جو کیا ساتھ خلاف "
     "روس چین یوکرین ایران اسرائیل جرمنی فرانس بیلجیم پولینڈ بھارت جاپان تائیوان ویتنام ترکی شام جارجیا اسٹونیا لٹویا لیتھونیا ناروے سویڈن ڈنمارک اٹلی ہسپانیہ آسٹریا چیکیا "
     "سلوواکیہ ہنگری رومانیہ بلغاریہ یونان بیلاروس آرمینیا آذربائیجان آسٹریلیا کینیڈا برازیل میکسیکو البانیہ", ""},
    {"ckb", "ڕڵۆێەڤ", "و لە بە کە بۆ لەگەڵ ئەو ئەم کوردستان هەرێمی بەڵام ئەوەی دەکات یەک لەسەر عێراق سەرۆکی دوای", ""},
    {"ug", "ئەۇۆۈېۋڭ", "بىلەن ئۇيغۇر بۇ بىر ۋە خىتاي ئۈچۈن دەپ ئۇ كېيىن شىنجاڭ ھەم بولغان", ""},
    {"sd", "ٻڀٺٿڃڄڇڊڌڍڏڙڦڪڱڳڻھ", "جي ۾ جو کي سان آهي ۽ تي به هن اهو جا آهن سنڌ نه ڪري لاءِ", ""},
    {"az", "", "و بو بیر ایله اوچون آذربایجان", ""},
};

constexpr LanguageWords k_devanagari[] = {
    {"hi", "", "के में की है और से का को ने पर कि यह हैं इस भी एक कर था गया लिए वह नहीं तो हो ही जो किया साथ बाद जा रहा रहे रही ये भारत सरकार अपने या होने कहा तक कुछ "
     "रूस चीन यूक्रेन ईरान इज़राइल जर्मनी फ़्रांस बेल्जियम नीदरलैंड पोलैंड पाकिस्तान जापान ताइवान वियतनाम तुर्की सीरिया जॉर्जिया एस्टोनिया लातविया लिथुआनिया नॉर्वे स्वीडन "
     "फ़िनलैंड डेनमार्क इटली स्पेन स्विट्ज़रलैंड ऑस्ट्रिया चेकिया स्लोवाकिया हंगरी रोमानिया बुल्गारिया यूनान बेलारूस आर्मेनिया अज़रबैजान ऑस्ट्रेलिया कनाडा ब्राज़ील "
     "मैक्सिको अल्बानिया", ""},
    {"mr", "ळ", "आहे आणि या की ते तर व हे च त्या मध्ये केली केला करण्यात आला असून झाली झाला होते महाराष्ट्र नाही आहेत यांनी मुंबई साठी होता पण एका असे "
     "रशिया चीन युक्रेन इराण इस्त्राइल जर्मनी फ्रान्स बेल्जियम नेदरलँड पोलंड भारत पाकिस्तान जपान तैवान व्हिएतनाम तुर्की सीरिया जॉर्जिया एस्टोनिया लाटव्हिया लिथुआनिया "
     "नॉर्वे स्वीडन फिनलंड डेन्मार्क इटली स्पेन स्वित्झर्लंड ऑस्ट्रिया झेकिया स्लोव्हाकिया हंगेरी रोमानिया बल्गेरिया ग्रीस बेलारूस अर्मेनिया अझरबैजान ऑस्ट्रेलिया कॅनडा "
     "ब्राझिल मेक्सिको अल्बानिया", ""},
    {"ne", "", "छ र को मा ले का छन् भएको गर्न गरेको यो नेपाल हो पनि लागि भने तथा नेपाली सरकारले गरिएको थियो एक हुने भन्ने बाट "
     "रूस चीन युक्रेन इरान इजरायल जर्मनी फ्रान्स बेल्जियम नेदरल्याण्ड पोल्याण्ड भारत पाकिस्तान जापान ताइवान भिएतनाम टर्की सिरिया जर्जिया इस्टोनिया लाट्भिया लिथुएनिया नर्वे "
     "स्विडेन फिनल्याण्ड डेनमार्क इटली स्पेन स्विजरल्याण्ड अष्ट्रिया चेकिया स्लोभाकिया हङ्गेरी रोमेनिया बुल्गेरिया ग्रीस बेलारूस आर्मेनिया अजरबैजान अस्ट्रेलिया क्यानाडा "
     "ब्राजिल मेक्सिको अल्बेनिया", ""},
    {"sa", "", "च अस्ति इति सः भवति एव तत् न किम् सन्ति", ""},
    {"bho", "", "बा के में से भइल रहे कइल आ एगो भोजपुरी", ""},
};
// clang-format on

std::span<const LanguageWords> latin_words() { return k_latin; }
std::span<const LanguageWords> cyrillic_words() { return k_cyrillic; }
std::span<const LanguageWords> arabic_words() { return k_arabic; }
std::span<const LanguageWords> devanagari_words() { return k_devanagari; }

}  // namespace vigie::parsers
