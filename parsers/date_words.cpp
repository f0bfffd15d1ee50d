// What the CLDR lacks: the little words of dates, colloquial short forms, parts of the day, the words that part a date
// of publication from one of an update. Spelt as written; the lexicon folds them.
#include "parsers/date_lexicon.h"

namespace vigie::parsers {

// clang-format off
constexpr DateWords k_words[] = {
    {"", "am:a.m.|am;pm:p.m.|pm;of:t"},
    {"en",
     "m9:sept;w2:tues;w3:weds;w4:thur|thurs;n1:a|an;of:of|the|on|and|about|around|approximately|approx|less than|more than|"
     "over|almost|nearly|circa|o'clock|oclock|local time|hrs;at:at;past:ago|earlier|back;future:in|from now|later|hence;"
     "us:s|sec|secs|second|seconds;ui:m|min|mins|minute|minutes;uh:h|hr|hrs|hour|hours;ud:d|day|days;uw:w|wk|wks|week|weeks;"
     "um:mo|mos|mth|mths|month|months;uy:y|yr|yrs|year|years;uD:decade|decades;noon:noon|midday;midnight:midnight;"
     "pd0:today|tonight|this morning|this afternoon|this evening;pd-1:yesterday|last night;pd-2:day before yesterday|"
     "the day before yesterday;pd+1:tomorrow;pd+2:day after tomorrow|the day after tomorrow;ps0:now|just now|right now|"
     "moments ago|a moment ago|a few seconds ago;pD-1:last decade|past decade;pD+1:next decade;pw-1:last week|past week;"
     "pm-1:last month|past month;py-1:last year|past year;"
     "update:updated|last updated|last update|update|modified|last modified|revised|last revised|last edited|edited|corrected;"
     "publish:published|posted|first published|publication date|date published|created|released|issued|release date|date;pi-30:half an hour ago|half hour ago;ps0:less than a minute ago|a few minutes ago|few minutes ago|few seconds ago;pd-1:yesterday morning|yesterday afternoon|yesterday evening|yesterday night"},
    {"fr",
     "m7:jul|juill;m2:fev;m1:janv;m8:aou;w0:dim;n1:un|une;of:le|de|du|des|la|les|et|environ|moins de|plus de|pres de|mis en ligne|l'|d';"
     "at:à|vers|dès;past:il y a|il ya|ya;future:dans|d'ici;us:s|sec|secs;ui:m|mn|min;uh:h|hrs;ud:j|jour|jours|journée|journées;uw:sem;um:mois;uy:an|ans|année|années;uD:décennie|décennies;"
     "noon:midi;midnight:minuit;pd0:aujourd'hui|ce jour|ce matin|ce soir|cet après-midi;pd-1:hier|hier soir;pd-2:avant-hier;"
     "pd+2:après-demain;ps0:maintenant|à l'instant;pD-1:la décennie dernière|décennie dernière;pw-1:semaine dernière|la semaine passée;"
     "pm-1:mois dernier|le mois passé;py-1:année dernière|an dernier|l'an dernier|l'an passé;pw+1:semaine prochaine;pm+1:mois prochain;"
     "py+1:année prochaine|l'an prochain;update:mis à jour|mise à jour|màj|maj|modifié|modifiée|actualisé|actualisée|dernière mise à jour|"
     "dernière modification|mis à jour le;publish:publié|publiée|posté|créé|mis en ligne|paru|parue|date de publication|publication|diffusé;pi-30:il y a une demi-heure|il y a une demi heure;ps0:il y a quelques secondes|il y a quelques minutes|il y a quelques instants|moins d'une minute|il y a moins d'une minute;pd-1:hier matin|hier après-midi"},
    {"de",
     "m1:jänner|jän|jaenner;m2:feber;m3:mrz|maerz;m6:juno;m7:julei;m9:sept;w1:mo;w3:mit;w6:sonnabend;n1:ein|eine|einem|einer|einen;n2:zwei|zwo;n3:drei;"
     "of:den|der|die|das|dem|des|vom|von|und|etwa|ca|circa|rund|gegen|knapp|ungefähr|weniger als|mehr als|über|h|uhr;at:um|ab|seit|gegen;"
     "past:vor|her;future:in;us:s|sek|sekunde|sekunden;ui:m|min|minute|minuten;uh:h|std|stunde|stunden|uhr;ud:tag|tage|tagen;"
     "uw:wo|woche|wochen;um:monat|monate|monaten;uy:jahr|jahre|jahren;uD:jahrzehnt|jahrzehnte|jahrzehnten|dekade;"
     "am:morgens|vormittags|früh|vorm;pm:nachmittags|abends|nachm;noon:mittags|mittag;midnight:mitternacht;"
     "pd0:heute;pd-1:gestern;pd-2:vorgestern;pd+2:übermorgen;ps0:jetzt|gerade eben|soeben|eben;pw-1:vergangene woche|letzte woche;"
     "pm-1:vergangenen monat|letzten monat|letzter monat;py-1:voriges jahr|letztes jahr|vergangenes jahr;"
     "update:aktualisiert|zuletzt aktualisiert|aktualisierung|letzte aktualisierung|geändert|zuletzt geändert|zuletzt bearbeitet|bearbeitet|update;"
     "publish:veröffentlicht|erstellt|publiziert|erschienen|stand|datum|veröffentlichung;pi-30:vor einer halben Stunde;ps0:vor wenigen Minuten|vor wenigen Sekunden|vor einigen Minuten|vor einigen Sekunden|vor Kurzem;pd-1:gestern Abend|gestern Morgen|gestern Nachmittag"},
    {"es",
     "m1:ene;m9:sept|set|setiembre;w3:mie|mié;w5:vi|vie;w6:sab;n1:un|una|uno;of:de|del|el|la|los|las|y|cerca de|casi|"
     "aproximadamente|alrededor de|unos|unas|hs|hrs|horas|menos de|más de|día;at:a las|a la|en|a;past:hace|atrás;future:en|dentro de;"
     "us:s|seg|segs;ui:m|min|mins;uh:h|hs|hr|hrs;ud:d|día|días;uw:sem;uD:década|décadas;am:de la mañana|de la madrugada;"
     "pm:de la tarde|de la noche;noon:mediodía|del mediodía;midnight:medianoche;pd0:hoy|hoy día|esta mañana|esta tarde|esta noche;pd-1:ayer|anoche;"
     "pd-2:anteayer|antes de ayer|antier|antes de anoche;pd+1:mañana;pd+2:pasado mañana;ps0:ahora|ahora mismo;pw-1:semana pasada|"
     "la última semana;pm-1:mes pasado|último mes;py-1:año pasado|último año;pD-1:década pasada|la década pasada;"
     "update:actualizado|actualizada|actualización|última actualización|modificado|modificada|act;publish:publicado|publicada|creado|fecha|fecha de publicación|"
     "publicación;pi-30:hace media hora;ps0:hace unos segundos|hace unos minutos|hace instantes|hace un momento"},
    {"pt",
     "m9:setembro;of:feira;n1:um|uma;n2:dois|duas;of:de|do|da|dos|das|e|o|a|cerca de|aproximadamente|menos de|mais de|quase|dia|horas|hs;at:às|as|à|em|no|na|ao;"
     "past:há|ha|atrás|faz|passado|passada|passados|passadas;future:em|dentro de|daqui a;us:s|seg|segs;ui:m|min|mins;uh:h|hr|hrs;ud:d|dia|dias;"
     "uw:sem|semana|semanas;um:mês|meses;uy:ano|anos;uD:década|décadas;am:da manhã|da madrugada;pm:da tarde|da noite;"
     "noon:meio-dia;midnight:meia-noite;pd0:hoje;pd-1:ontem|ontem à noite;pd-2:anteontem;pd+2:depois de amanhã;ps0:agora|agora mesmo|neste momento;"
     "pw-1:semana passada|última semana;pm-1:mês passado|último mês;py-1:ano passado|último ano;pD-1:década passada|última década;"
     "update:atualizado|atualizada|atualizado em|actualizado|actualizada|atualização|última atualização|modificado|modificada|editado;"
     "publish:publicado|publicada|postado|criado|criado em|data de publicação|publicação|data;pi-30:há meia hora|meia hora atrás;ps0:há poucos minutos|há alguns segundos|há instantes|há poucos segundos"},
    {"it",
     "m1:genn;m7:lug;m9:sett|set;w5:ven;n1:un|una|uno;of:il|lo|la|di|del|dell'|dal|e|ed|circa|quasi|meno di|più di|ore|l'|i;"
     "at:alle|alle ore|ore|dalle|all'|h|a;past:fa|or sono;future:tra|fra;us:s|sec;ui:m|min;uh:h|ora|ore;ud:g|gg|giorno|giorni;uw:sett;"
     "uD:decennio|decenni;noon:mezzogiorno;midnight:mezzanotte;pd0:oggi|stamattina|stasera;pd-1:ieri|ieri sera;pd-2:l'altro ieri|altro ieri|l'altroieri|ieri l'altro|avantieri;"
     "pd+2:dopodomani;ps0:ora|adesso|proprio ora|poco fa;pw-1:settimana scorsa|la scorsa settimana|scorsa settimana;pm-1:mese scorso|lo scorso mese|scorso mese;"
     "py-1:anno scorso|lo scorso anno|scorso anno;pD-1:decennio scorso;update:aggiornato|aggiornata|ultimo aggiornamento|aggiornamento|modificato|"
     "ultima modifica;publish:pubblicato|pubblicata|pubblicazione|data di pubblicazione|data|creato;pi-30:mezz'ora fa;ps0:pochi minuti fa|pochi secondi fa|qualche minuto fa|qualche secondo fa"},
    {"nl",
     "m3:maart;m5:mei;m8:aug;m9:sept;n1:een|één;of:de|het|op|van|en|ongeveer|circa|ca|bijna|minder dan|meer dan|uur|u|den;at:om|vanaf|rond;"
     "past:geleden|terug;future:over;us:s|sec|seconde|seconden;ui:m|min|minuut|minuten;uh:u|uur|uren;ud:dag|dagen|d;uw:week|weken|wk|wkn;um:maand|maanden|mnd;"
     "uy:jaar|jaren|jr;uD:decennium|decennia;am:'s ochtends|'s morgens;pm:'s middags|'s avonds;noon:middag;midnight:middernacht;pd0:vandaag|vanmorgen|vanavond|vanmiddag;"
     "pd-1:gisteren|gisteravond;pd-2:eergisteren;ps0:nu|zojuist|zonet|net;update:bijgewerkt|laatst bijgewerkt|aangepast|gewijzigd|laatst gewijzigd|"
     "laatste update|geactualiseerd|geüpdatet|update;publish:gepubliceerd|geplaatst|publicatiedatum|datum|verschenen;pi-30:een half uur geleden;ps0:enkele minuten geleden|enkele seconden geleden|een paar minuten geleden"},
    {"sv",
     "n1:en|ett;of:den|och|ca|cirka|ungefär|för|mindre än|mer än;at:klockan|kl|vid;past:sedan|sen;future:om;us:s|sek;ui:m|min|minut|minuter;"
     "uh:h|tim|timme|timmar|t;ud:d|dag|dagar|dygn;uw:v|vecka|veckor;um:mån|månad|månader;uD:decennium|decennier|årtionde;noon:middag;midnight:midnatt;pd0:idag|i dag|ikväll;"
     "pd-1:igår|i går;pd-2:i förrgår|förrgår;pd+1:imorgon|i morgon;ps0:nu|just nu|nyss;update:uppdaterad|uppdaterat|senast uppdaterad|senast ändrad|ändrad;"
     "publish:publicerad|publicerat|skapad|datum;pi-30:för en halvtimme sedan;ps0:några minuter sedan"},
    {"da",
     "n1:en|et;of:den|d|og|ca|cirka|for|omkring|mindre end|mere end;at:klokken|kl;past:siden;future:om;us:s|sek;ui:m|min|minut|minutter;uh:t|time|timer;"
     "ud:d|dag|dage;uw:u|uge|uger;um:md|mdr|måned|måneder;uD:årti|årtier;noon:middag;midnight:midnat;pd0:i dag|idag|i aften;pd-1:i går|igår;pd-2:i forgårs|forgårs;ps0:nu|netop nu;"
     "update:opdateret|senest opdateret|sidst opdateret|ændret;publish:publiceret|offentliggjort|oprettet|udgivet|dato"},
    {"nb",
     "n1:en|et|ei|én;of:den|og|ca|cirka|for|omtrent|rundt|mindre enn|mer enn;at:klokken|kl|klokka;past:siden|sidan;future:om;us:s|sek;ui:m|min|minutt|minutter;"
     "uh:t|time|timer;ud:d|dag|dager|døgn;uw:u|uke|uker;um:mnd|md|måned|måneder;uD:tiår;noon:middag;midnight:midnatt;pd0:i dag|idag;pd-1:i går|igår;pd-2:i forgårs;ps0:nå|akkurat nå;"
     "update:oppdatert|sist oppdatert|sist endret|endret|oppdatering;publish:publisert|lagt ut|opprettet|dato"},
    {"nn",
     "n1:ein|eit|ei|éin|éi;of:den|og|ca|om lag|for|mindre enn|meir enn;at:klokka|kl;past:sidan|siden;future:om;us:s|sek;ui:m|min|minutt;"
     "uh:t|time|timar;ud:d|dag|dagar|døgn;uw:v|veke|veker;um:mnd|månad|månader;pd0:i dag|idag;pd-1:i går|igår;pd-2:i førgår;ps0:no|akkurat no;"
     "update:oppdatert|sist oppdatert|sist endra|endra;publish:publisert|lagt ut|dato"},
    {"is", "n1:einn|ein|eitt|einum|einni|einu;of:þann|og|um það bil|um;at:kl|klukkan;pd0:í dag|dag;pd-1:í gær|gær;update:uppfært|síðast uppfært;publish:birt|útgefið"},
    {"fi",
     "n1:yksi;of:noin|ja|n|kohta|alle|yli;at:klo|kello;am:ap|aamulla|aamupäivällä;pm:ip|iltapäivällä|illalla;past:sitten;future:päästä|kuluttua;us:s|sek;ui:m|min;uh:t|h;ud:pv|päivä|päivää;uw:vk|viikko|viikkoa;"
     "um:kk|kuukausi|kuukautta;uy:v|vuosi|vuotta;uD:vuosikymmen|vuosikymmentä;noon:keskipäivä|keskipäivällä;midnight:keskiyö|keskiyöllä;pd0:tänään;pd-1:eilen;pd-2:toissapäivänä|toissa päivänä;"
     "ps0:nyt|juuri nyt|äsken;update:päivitetty|viimeksi päivitetty|muokattu;publish:julkaistu|julkaisuaika|julkaisupäivä|luotu"},
    {"et", "n1:üks;of:ja|umbes|ligi|a|aastal;at:kell|kl;past:tagasi|eest;us:s|sek;ui:m|min;uh:t|h;noon:keskpäev|keskpäeval;midnight:kesköö|keskööl;pd0:täna;pd-1:eile;pd-2:üleeile;ps0:praegu|nüüd;"
     "update:uuendatud|viimati uuendatud|muudetud;publish:avaldatud|loodud"},
    {"lv", "m8:aug;n1:viens|viena|vienas;of:gada|g|gadā|un|aptuveni|ap;at:plkst|pulksten|pl;past:pirms;future:pēc;us:s|sek;ui:m|min;uh:h|st|stundas|stundām|stundu;pd0:šodien;pd-1:vakar;pd-2:aizvakar;ps0:tagad|tikko;"
     "update:atjaunots|atjaunināts|labots|papildināts;publish:publicēts|publicēta|ievietots"},
    {"lt", "n1:vienas|vieną|viena;of:m|d|metų|metais|ir|apie|maždaug|val|mėn|dieną|diena;at:val;past:prieš;future:po|už;us:s|sek;ui:min;uh:val|h;ud:d;uw:sav;um:mėn;uy:m;pd0:šiandien;pd-1:vakar;pd-2:užvakar;ps0:dabar|ką tik;"
     "update:atnaujinta|atnaujintas|redaguota;publish:paskelbta|publikuota|paskelbtas"},
    {"pl",
     "m5:maj|maja;n1:jeden|jedna|jedną|jedno;n2:dwa|dwie;of:dnia|r|roku|i|w|około|ok|z|mniej niż|ponad|niecałe|h;at:o|godz|godzina|godzinie|o godz|o godzinie;past:temu;future:za;us:s|sek;ui:m|min;uh:g|h|godz;ud:d|dzień|dni;"
     "uw:tyg|tydzień|tygodnie|tygodni;um:mies|miesiąc|miesiące|miesięcy;uy:lata|lat|rok|r;uD:dekada|dekady|dekad;noon:południe|w południe;midnight:północ|o północy;pd0:dziś|dzisiaj;pd-1:wczoraj;"
     "pd-2:przedwczoraj;pd+2:pojutrze;ps0:teraz|przed chwilą;pw-1:zeszły tydzień|w zeszłym tygodniu;pm-1:zeszły miesiąc|w zeszłym miesiącu;py-1:zeszły rok|w zeszłym roku;"
     "update:aktualizacja|zaktualizowano|zaktualizowany|ostatnia aktualizacja|zmodyfikowano|edytowano;publish:opublikowano|opublikowany|publikacja|data publikacji|utworzono|data|dodano;pi-30:pół godziny temu;ps0:kilka sekund temu|kilka minut temu|mniej niż minutę temu"},
    {"cs",
     "m6:čer|červen|června;m7:červenec|července|čvc;m8:srp;m9:zář|září;n1:jeden|jedna|jedno|jedním|jednou|jedné;of:dne|a|v|přibližně|asi|zhruba|cca|méně než|více než|hod|hodin|h|roku;at:v|ve|od|kolem;past:před|zpět|nazpět|zpátky;"
     "future:za;us:s|sek|vteřina|vteřin|vteřiny|vteřinami|vteřinu|sekunda|sekund;ui:m|min|minut|minuty|minutami|minutu;uh:h|hod|hodin|hodiny|hodinami|hodinu|hodinou;ud:den|dny|dní|dnů|dnem;uw:týden|týdny|týdnů|týd;um:měsíc|měsíce|měsíců|měs;uy:rok|roky|roků|let|rokem;"
     "uD:dekáda|desetiletí;noon:poledne|v poledne;midnight:půlnoc|o půlnoci;pd0:dnes|dneska;pd-1:včera;pd-2:předevčírem;pd+2:pozítří;ps0:teď|nyní|právě teď|právě;update:aktualizováno|aktualizace|naposledy aktualizováno|upraveno|změněno;"
     "publish:publikováno|zveřejněno|vydáno|vloženo|datum;pi-30:před půl hodinou|před půlhodinou;ps0:před několika minutami|před chvílí"},
    {"sk",
     "n1:jeden|jedna|jedno|jedným|jednou;of:dňa|a|v|približne|asi|cca|hod|h|roku;at:o|od;past:pred|dozadu;future:o|za;us:s|sek;ui:m|min;uh:h|hod|hodinou|hodinami|hodinu;ud:dni|dní|deň|dňami|dňom;pd0:dnes;pd-1:včera;pd-2:predvčerom;ps0:teraz|práve teraz;"
     "noon:poludnie|na poludnie;midnight:polnoc|o polnoci;update:aktualizované|aktualizácia|upravené|posledná aktualizácia;publish:publikované|zverejnené|vydané|dátum|pridané"},
    {"hu",
     "n1:egy|egyik;of:én|án|i|kor|és|körülbelül|kb|mintegy|több mint|az|a|-kor|óra|perc|napja;am:de|délelőtt|reggel|hajnal;pm:du|délután|este;past:ezelőtt|óta|előtt;future:múlva;us:mp|másodperc|másodperce|másodperccel;ui:p|perc|perce|perccel;uh:ó|óra|órája|órával;ud:nap|napja|nappal;"
     "uw:hét|hete|héttel;um:hónap|hónapja|hónappal;uy:év|éve|évvel;uD:évtized|évtizede;noon:dél|délben;midnight:éjfél|éjfélkor;pd0:ma;pd-1:tegnap;pd-2:tegnapelőtt;ps0:most|épp most|az imént;update:frissítve|frissült|módosítva|utolsó frissítés|utoljára frissítve;"
     "publish:megjelent|publikálva|közzétéve|létrehozva|dátum"},
    {"ro",
     "m1:ian;m6:iun|iunie;m7:iul|iulie;m11:noi|nov;n1:un|una|o;n2:doi|două;of:de|și|circa|aproximativ|cam|aproape|mai puțin de|mai mult de|din|data|pe;at:la|ora|orele|la ora;past:acum|în urmă|cu|urmă|in urma;future:peste|în;us:s|sec;ui:m|min;uh:h|ore|oră|ora;"
     "ud:zi|zile|z;uw:săpt|săptămână|săptămâni;um:lună|luni;uy:an|ani;uD:deceniu|decenii;noon:amiază|prânz;midnight:miezul nopții;pd0:azi|astăzi;pd-1:ieri|aseară;pd-2:alaltăieri;pd+2:poimâine;ps0:acum|chiar acum;pw-1:săptămâna trecută;pm-1:luna trecută;py-1:anul trecut;"
     "update:actualizat|actualizată|actualizare|ultima actualizare|modificat|modificată;publish:publicat|publicată|postat|data publicării|data;pi-30:acum o jumătate de oră|acum jumătate de oră;ps0:acum câteva minute|acum câteva secunde"},
    {"bg",
     "n1:един|една|едно;of:г|год|година|г.|на|и|около|близо|ч|час|почти|над|г-н;at:в|във|от|към;past:преди;future:след;us:с|сек;ui:м|мин|минута|минути;uh:ч|час|часа|часове;ud:д|ден|дни|дена;uw:седм|седмица|седмици;um:мес|месец|месеца|месеци;uy:г|год|година|години;uD:десетилетие|десетилетия;"
     "noon:обед|обяд|на обяд;midnight:полунощ;pd0:днес;pd-1:вчера|снощи;pd-2:онзи ден|завчера;pd+2:вдругиден;ps0:сега|току-що;pw-1:миналата седмица;pm-1:миналия месец;py-1:миналата година;update:обновена|обновено|последна промяна|актуализирана|последна актуализация|променена;"
     "publish:публикувана|публикувано|публикуван|дата|създадена"},
    {"mk", "of:г|год|година|и|околу|часот|ч|на;at:во|од;past:пред;future:за;uh:ч|час|часа|часови;pd0:денес;pd-1:вчера;pd-2:завчера;ps0:сега;update:ажурирано|последна промена;publish:објавено"},
    {"sr",
     "m1:januar|januara|јануар|јануара;m6:jun|juna|јун|јуна;m7:jul|jula|јул|јула;n1:један|jedan|jedna|једна|jedno;of:g|god|godine|godina|г|год|године|година|i|и|oko|око|h|ч|часова|časova|sati|у;at:u|у|od|од;past:pre|пре|prije|прије;future:za|за;us:s|sek|сек;ui:min|мин;"
     "uh:h|č|ч|sat|sata|sati|сат|сата|сати|časova|часова|časa|часа;ud:dan|dana|дан|дана;uw:nedelja|nedelje|nedelju|недеља|недеље|недељу;um:mesec|meseca|meseci|месец|месеца|месеци;uy:godina|godine|godinu|година|године|годину;noon:podne|подне|u podne|у подне;"
     "midnight:ponoć|поноћ|u ponoć;pd0:danas|данас;pd-1:juče|јуче|jučer|sinoć|синоћ;pd-2:prekjuče|прекјуче;ps0:sada|сада|upravo|управо;update:ažurirano|ажурирано|izmenjeno|poslednja izmena|измењено;publish:objavljeno|објављено|datum|датум"},
    {"hr",
     "m1:sij;m2:velj|veljači|veljače|veljača;m11:studeni|studenog|studenoga|studenom|studenome;m1:siječnju;m3:ožujku;m4:travnju;m5:svibnju;m6:lipnju;m7:srpnju;m8:kolovozu;m9:rujnu;m10:listopadu;m12:prosincu;n1:jedan|jedna|jedno|jednu;of:g|god|godine|i|oko|h|sati|sata|sat;"
     "at:u|od;past:prije;future:za;us:s|sek;ui:min;uh:h|sat|sata|sati;ud:dan|dana;uw:tjedan|tjedna|tjedana|tj;um:mj|mjesec|mjeseca|mjeseci;uy:g|god|godina|godine|godinu;uD:desetljeće|desetljeća;noon:podne|u podne;midnight:ponoć|u ponoć;"
     "pd0:danas;pd-1:jučer|sinoć;pd-2:prekjučer;pd+2:prekosutra;ps0:sada|upravo sada|upravo;pw-1:prošli tjedan|prošlog tjedna;pm-1:prošli mjesec|prošlog mjeseca;py-1:prošle godine|prošla godina;update:ažurirano|zadnja izmjena|posljednja izmjena|izmijenjeno;"
     "publish:objavljeno|objava|datum"},
    {"bs", "n1:jedan|jedna|jedno|jednu;of:g|god|godine|i|oko|h|sati;at:u|od;past:prije|pre;uh:h|sat|sata|sati;pd0:danas;pd-1:jučer|juče;pd-2:prekjučer;ps0:sada;noon:podne;midnight:ponoć;update:ažurirano;publish:objavljeno"},
    {"sl", "n1:en|ena|eno|eno|enim;of:in|približno|okoli|okrog|ura|leta;at:ob|od|do;past:pred|nazaj;future:čez;us:s|sek;ui:min;uh:h|ura|uro|uri|urami|ure|ur;ud:dan|dnevi|dnem|dnevoma|dni;pd0:danes;pd-1:včeraj|sinoči;pd-2:predvčerajšnjim;ps0:zdaj|pravkar;noon:opoldne;midnight:opolnoči;"
     "update:posodobljeno|zadnja sprememba|spremenjeno;publish:objavljeno"},
    {"ru",
     "m1:янв;m2:фев;m3:мрт;m5:мая|май;m9:сен|сент;m11:ноя|нояб;w0:вск|вс;w1:пнд|пн;w2:втр|вт;w3:срд|ср;w4:чтв|чт|чет;w5:птн|пт;w6:сбт|сб|суб;n1:один|одна|одну|одно;n2:два|две;of:г|год|года|гг|и|около|примерно|почти|более|менее|г-н|ч|час|чуть|приблизительно|не более|не менее|числа;"
     "at:в|во|на|к|с;past:назад|тому;future:через|спустя;us:с|сек|секунд|секунда|секунды|секунду;ui:м|мин|минут|минута|минуты|минуту;uh:ч|час|часа|часов;ud:д|дн|день|дня|дней|сутки|суток;uw:н|нед|неделя|недели|недель|неделю;um:мес|месяц|месяца|месяцев;uy:г|год|года|лет;"
     "uD:десятилетие|десятилетия|десятилетий;am:утра|ночи;pm:дня|вечера;noon:полдень|в полдень;midnight:полночь|в полночь;pd0:сегодня;pd-1:вчера;pd-2:позавчера;pd+2:послезавтра;ps0:сейчас|только что;pw-1:прошлая неделя|на прошлой неделе|прошлой неделе;"
     "pm-1:прошлый месяц|прошлом месяце;py-1:прошлый год|прошлом году|в прошлом году;update:обновлено|обновлён|обновлена|обновление|последнее обновление|изменено|изменён|отредактировано;publish:опубликовано|опубликован|опубликована|дата публикации|дата|создано|размещено;pi-30:полчаса назад;ps0:несколько секунд назад|несколько минут назад|меньше минуты назад|менее минуты назад"},
    {"uk",
     "m1:січ|січн;m2:лют;m3:бер|берез;m4:кві|квіт;m5:тра|трав;m6:чер|черв;m7:лип;m8:сер|серп;m9:вер|верес;m10:жов|жовт;m11:лис|листоп;m12:гру|груд;n1:один|одна|одну|одне;of:р|рік|року|році|рр|і|та|й|біля|близько|майже|понад|г|год|ч;at:о|об|в|у|на|з;past:тому|назад;future:через|за;us:с|сек;"
     "ui:хв|хвилин|хвилина|хвилини|хвилину;uh:г|год|годин|година|години|годину;ud:д|дн|день|дні|днів|дня|доба;uw:тиж|тиждень|тижні|тижнів|тижня;um:міс|місяць|місяці|місяців|місяця;uy:р|рік|року|роки|років|рр;uD:десятиліття|десятиріччя;am:ранку|ночі;pm:дня|вечора;"
     "noon:полудень|опівдні;midnight:північ|опівночі;pd0:сьогодні;pd-1:вчора|учора;pd-2:позавчора|позавчера;pd+2:післязавтра;ps0:зараз|щойно|тільки що;pw-1:минулий тиждень|минулого тижня;pm-1:минулий місяць|минулого місяця;py-1:минулий рік|минулого року;"
     "update:оновлено|оновлений|востаннє оновлено|останнє оновлення|змінено|відредаговано;publish:опубліковано|опублікований|дата публікації|дата|створено|розміщено;pi-30:півгодини тому|пів години тому;ps0:кілька секунд тому|кілька хвилин тому|менше хвилини тому"},
    {"be",
     "m1:студ;m2:лют;m3:сак;m4:крас;m5:мая|травень|траўня|трав|май;m6:чэрв;m7:ліп;m8:жнів|жн;m9:вер;m10:кастр;m11:ліст;m12:снеж;w0:нд|няд;w1:пн|пан;w2:аў|аўт;w3:ср|сер;w4:чц|чац;w5:пт|пят;w6:сб|суб;n1:адзін|адна|адну|адно;of:г|год|года|годзе|і|каля|амаль|прыкладна|ад;at:у|ў|а|аб|на;past:таму|назад;future:праз;"
     "us:с|сек|секунд|секунда|секунды|секунду;ui:хв|хвіл|хвілін|хвіліна|хвіліны|хвіліну;uh:г|гадз|гадзін|гадзіна|гадзіны|гадзіну;ud:д|дзень|дні|дзён|дня;uw:тыд|тыдзень|тыдні|тыдняў|тыдня;um:мес|месяц|месяцы|месяцаў|месяца;uy:г|год|гады|гадоў|года;uD:дзесяцігоддзе|дзесяцігоддзі|дзесяцігоддзяў;am:раніцы|ночы;pm:дня|вечара;"
     "noon:поўдзень;midnight:поўнач;pd0:сёння|сення;pd-1:учора|ўчора;pd-2:пазаўчора|заўчора;pd+2:паслязаўтра;ps0:цяпер|зараз|толькі што;update:абноўлена|зменена;publish:апублікавана|дата"},
    {"el",
     "m1:γεν|γενάρης;m2:φλεβάρης|φλεβάρη;m5:μάιος|μαΐου|μάη|μαι;m6:ιούν|ιουνιος;m7:ιούλ;m8:αύγ|αυγ;m10:οκτώβρης;m11:νοέμ;n1:ένας|ένα|μία|μια;of:του|της|το|την|τη|τις|και|στις|περίπου|σχεδόν|οι|η|ο|ώρα;at:στις|στη|στην|ώρα;am:π.μ.|πμ|το πρωί;pm:μ.μ.|μμ|το βράδυ|το απόγευμα;past:πριν|πριν από|από;future:σε|μετά;"
     "us:δ|δευτ|δευτερόλεπτο|δευτερόλεπτα;ui:λ|λεπτό|λεπτά|λεπ;uh:ώ|ώρα|ώρες|ωρ;ud:ημ|ημέρα|ημέρες|μέρα|μέρες;uw:εβδ|εβδομάδα|εβδομάδες;um:μήνας|μήνα|μήνες;uy:έτος|έτη|χρόνος|χρόνο|χρόνια;uD:δεκαετία|δεκαετίες;noon:μεσημέρι|το μεσημέρι;midnight:μεσάνυχτα;pd0:σήμερα;pd-1:χθες|χτες|εχθές;"
     "pd-2:προχθές|προχτές;pd+2:μεθαύριο;ps0:τώρα|μόλις τώρα;update:ενημερώθηκε|ενημέρωση|τελευταία ενημέρωση|τροποποιήθηκε;publish:δημοσιεύτηκε|δημοσιεύθηκε|δημοσίευση|ημερομηνία|ημερομηνία δημοσίευσης;pi-30:πριν από μισή ώρα|πριν μισή ώρα;ps0:πριν λίγο|πριν από λίγο"},
    {"tr",
     "m1:oc;m2:şu;m4:ni;m6:ha;m7:te;m8:ağ;m9:ey;m10:ek;m11:ka;n1:bir;of:ve|yaklaşık|tarihinde|tarihi|günü|yılı|itibariyle|itibarıyla|neredeyse;at:saat|saatinde|saati;am:öö|sabah;pm:ös|akşam|öğleden sonra;past:önce;future:sonra|içinde;us:sn|saniye|s;ui:dk|dakika|d;uh:sa|saat|s;ud:gün|g;uw:hafta|hf;um:ay;uy:yıl|sene;uD:on yıl;noon:öğle|öğlen;midnight:gece yarısı;"
     "pd0:bugün;pd-1:dün;pd-2:evvelsi gün|önceki gün;pd+2:öbür gün;ps0:şimdi|şu an|az önce|şu anda;pw-1:geçen hafta;pm-1:geçen ay;py-1:geçen yıl|geçen sene;pw+1:gelecek hafta;update:güncelleme|güncellendi|güncellenme|son güncelleme|güncellenme tarihi|son güncellenme;publish:yayınlanma|yayınlandı|yayın|giriş|"
     "oluşturulma|yayınlanma tarihi|yayımlanma|eklenme|giriş tarihi|tarih;pi-30:yarım saat önce;ps0:birkaç saniye önce|birkaç dakika önce"},
    {"az", "n1:bir;of:və|təxminən|il|ildə|tarixində|ci|cu|cı|cü;at:saat;past:əvvəl|öncə;future:sonra;pd0:bu gün|bugün;pd-1:dünən;pd-2:sırağagün|srağagün;update:yeniləndi|yenilənib;publish:dərc edilib|tarix;of:at"},
    {"kk", "n1:бір;of:ж|жыл|жылы|жылғы|және|шамамен|сағат;at:сағат;past:бұрын;future:кейін;pd0:бүгін;pd-1:кеше;pd-2:алдыңғы күні|алдыңгүні;ps0:қазір;update:жаңартылды;publish:жарияланды|жарияланған"},
    {"ky", "n1:бир;of:ж|жыл|жылы|жылдын|жана|болжол менен|саат;at:саат;past:мурун|мурда;pd0:бүгүн;pd-1:кечээ;publish:жарыяланды"},
    {"uz", "n1:bir|бир;of:yil|yili|йил|йили|va|ва|taxminan|soat|соат;at:soat|соат;past:oldin|avval|олдин|аввал;pd0:bugun|бугун;pd-1:kecha|кеча;ps0:hozir|ҳозир;update:yangilandi;publish:chop etildi|e'lon qilindi"},
    {"tg", "of:с|сол|соли;at:соати|соат;past:пеш;pd0:имрӯз;pd-1:дирӯз"},
    {"tk", "of:ýylyň|ýyl|sagat;at:sagat;pd0:şu gün;pd-1:düýn"},
    {"mn", "m1:нэгдүгээр сар;of:он|оны|оны|сарын|өдөр|ны|ний;at:цаг;past:өмнө;uh:ц|цаг|цагийн;um:сар|сарын;uy:он|оны|жил;ud:өдөр|өдрийн|хоногийн|хоног;ui:мин|минут|минутын;pd0:өнөөдөр;pd-1:өчигдөр;pd-2:уржигдар;ps0:одоо;m1:нэгдүгээр сарын|нэгдүгээр сар;m2:хоёрдугаар сарын|хоёрдугаар сар;m3:гуравдугаар сарын|гуравдугаар сар;m4:дөрөвдүгээр сарын|дөрөвдүгээр сар;m5:тавдугаар сарын|тавдугаар сар;m6:зургаадугаар сарын|зургаадугаар сар;m7:долоодугаар сарын|долоодугаар сар;m8:наймдугаар сарын|наймдугаар сар;m9:есдүгээр сарын|есдүгээр сар;m10:аравдугаар сарын|аравдугаар сар;m11:арван нэгдүгээр сарын|арван нэгдүгээр сар;m12:арван хоёрдугаар сарын|арван хоёрдугаар сар;of:гараг;uw:долоо хоног|долоо хоногийн"},
    {"ka", "m1:იან;m6:ივნ;m7:ივლ;of:წ|წელი|წლის|და|დაახლოებით;at:საათზე|საათი;past:წინ|უკან;future:შემდეგ;pd0:დღეს;pd-1:გუშინ;pd-2:გუშინწინ;ps0:ახლა|ეხლა;update:განახლდა|განახლებულია;publish:გამოქვეყნდა|გამოქვეყნებულია"},
    {"hy", "of:թ|թվական|թվականի|և|մոտ;at:ժամը;past:առաջ;pd0:այսօր;pd-1:երեկ;ps0:հիմա"},
    {"sq", "n1:një;of:e|dhe|rreth|më;at:në|ora|në orën;past:më parë|para;pd0:sot;pd-1:dje;pd-2:pardje;ps0:tani;update:përditësuar;publish:publikuar|botuar"},
    {"ca", "m1:gen;m6:juny;n1:un|una;of:de|del|d'|i|el|la|aproximadament|gairebé|quasi|prop de;at:a les|a la|a;past:fa;future:d'aquí a|en;uD:dècada|dècades;ui:m|min;uh:h;pd0:avui;pd-1:ahir;pd-2:abans d'ahir;pd+2:demà passat;ps0:ara|ara mateix;noon:migdia;midnight:mitjanit;am:del matí|de la matinada;pm:de la tarda|del vespre|de la nit;"
     "update:actualitzat|actualitzada|modificat;publish:publicat|publicada"},
    {"gl", "n1:un|unha;of:de|do|da|e|o|a;at:ás|as|en;past:hai|fai;pd0:hoxe;pd-1:onte;pd-2:antonte;ps0:agora;update:actualizado|actualizada;publish:publicado|publicada"},
    {"eu", "of:ko|ren|a|eta|n|an|inguru;at:etan;past:duela|lehenago|orain dela;pd0:gaur;pd-1:atzo;pd-2:herenegun;ps0:orain;m10:urriaren;update:eguneratua;publish:argitaratua;of:e|ren|garren"},
    {"ast", "of:de|del|la|el|y;past:hai;pd0:güei|hoy;pd-1:ayeri"},
    {"ga", "of:an|na|agus;at:ar|ag;past:ó shin;pd0:inniu;pd-1:inné;publish:foilsithe;of:n"},
    {"cy", "of:y|yr|a|o;at:am;past:yn ôl;pd0:heddiw;pd-1:ddoe;publish:cyhoeddwyd"},
    {"mt", "of:ta'|ta|il|l|u;past:ilu;pd0:illum;pd-1:ilbieraħ;publish:ippubblikat;u2h:sagħtejn;u2d:jumejn;u2w:ġimgħatejn|ġimagħtejn;u2m:xahrejn;u2y:sentejn"},
    {"lb", "n1:eng|engem|een|enger;of:den|vum|de|an|ëm;at:um|ëm;past:virun;pd0:haut;pd-1:gëschter;publish:publizéiert"},
    {"eo", "of:de|la|kaj;at:je|al;past:antaŭ;pd0:hodiaŭ;pd-1:hieraŭ"},
    {"id",
     "m2:peb|pebruari;m8:agt|agust;m10:oktober;m11:nop|nopember;m12:des;n1:satu|se|sehari;of:dan|sekitar|kira-kira|hampir|wib|tanggal|tgl|hari|kurang dari|lebih dari;at:pukul|jam|pkl;past:lalu|yang lalu|silam|yg lalu;future:lagi|dalam;us:dtk|det;ui:mnt|menit|m;uh:jam|j;"
     "ud:hari|hr|h;uw:minggu|mgg|pekan;um:bulan|bln;uy:tahun|thn|th;uD:dekade|dasawarsa;am:pagi;pm:siang|sore|malam;midnight:tengah malam;pd0:hari ini;pd-1:kemarin;pd-2:kemarin lusa|dua hari yang lalu;pd+1:besok|esok;pd+2:lusa;ps0:sekarang|baru saja|baru;"
     "update:diperbarui|diupdate|pembaruan|update;publish:diterbitkan|dipublikasikan|terbit|tayang|kompas|dimuat|diunggah;pi-30:setengah jam lalu|setengah jam yang lalu;ps0:beberapa menit lalu|beberapa detik lalu"},
    {"ms",
     "m1:jan;m3:mac;m8:ogos|ogo;m12:dis|disember;n1:satu|se;of:dan|kira-kira|lebih kurang|hampir|haribulan|hb;at:pukul|jam|pada;past:lalu|yang lalu|lepas;future:lagi|dalam;ui:minit|min;uh:jam;ud:hari;uw:minggu;um:bulan;uy:tahun;am:pagi|pg;pm:petang|malam|tengah hari|tgh hari|ptg|mlm;pd0:hari ini|hari ni;pd-1:semalam;"
     "pd-2:kelmarin;ps0:sekarang|sebentar tadi;update:dikemaskini|dikemas kini;publish:diterbitkan|disiarkan"},
    {"fil",
     "m1:ene;m2:peb;m3:mar;m4:abr;m6:hun;m7:hul;m8:ago;m9:set;m10:okt;m11:nob;m12:dis|dec;w0:lin|dom;w1:lun;w2:mar;w3:miy|miyer;w4:huw;w5:biy;w6:sab;n1:isa|isang|isa ng;of:ang|ng|sa|ika|at|halos|mga|noong|nang|nakaraang;at:alas|ala;past:nakalipas|nakaraan|ang nakalipas|ang nakaraan;future:sa loob ng;"
     "us:segundo|seg;ui:minuto|min;uh:oras;ud:araw;uw:linggo;um:buwan;uy:taon;uD:dekada;pd0:ngayong araw|ngayon;pd-1:kahapon|kagabi;pd-2:araw bago ang kahapon|kamakalawa|noong makalawa;pd+1:bukas;ps0:ngayon din|kanina lang;am:ng umaga|umaga;pm:ng hapon|ng gabi|hapon|gabi;noon:tanghali;midnight:hatinggabi;"
     "update:na-update|inedit;publish:nailathala|inilathala"},
    {"jv", "of:lan;at:jam;past:kepungkur;pd0:dina iki;pd-1:wingi"},
    {"sw", "n1:moja;of:na|ya|wa|tarehe|mwaka|takriban|karibu;at:saa;past:iliyopita|uliopita|zilizopita|yaliyopita|lililopita;am:asubuhi;pm:jioni|usiku|mchana;pd0:leo;pd-1:jana;pd-2:juzi;ps0:sasa|sasa hivi;update:imesasishwa|imeboreshwa;publish:imechapishwa|ilichapishwa"},
    {"af", "n1:een|'n;of:die|en|ongeveer|sowat;at:om;past:gelede;future:oor;pd0:vandag;pd-1:gister;pd-2:eergister;ps0:nou;update:opgedateer|bygewerk;publish:gepubliseer|geplaas"},
    {"vi",
     "m1:giêng|tháng giêng|tháng một;m2:tháng hai;m3:tháng ba;m4:tháng tư|tháng bốn;m5:tháng năm;m6:tháng sáu;m7:tháng bảy;m8:tháng tám;m9:tháng chín;m10:tháng mười;m11:tháng mười một;m12:tháng mười hai|tháng chạp;w0:cn;n1:một;of:thứ|th|ngày|và|vào|lúc|khoảng|gần|hơn|giờ|năm|gmt|mùng|mồng;at:lúc|vào lúc|hồi;"
     "past:trước|cách đây|qua;future:sau|trong|nữa|tới;us:giây|s;ui:phút|ph|p;uh:giờ|tiếng|h|g;ud:ngày|hôm;uw:tuần;um:tháng|thg;uy:năm;uD:thập kỷ|thập niên;am:sáng|sa;pm:chiều|tối|ch|đêm;noon:trưa;midnight:nửa đêm;pd0:hôm nay|ngày hôm nay;pd-1:hôm qua|ngày hôm qua;pd-2:hôm kia;pd+1:ngày mai|mai;pd+2:ngày kia|ngày mốt;ps0:bây giờ|vừa xong|mới đây|ngay bây giờ|vừa mới;"
     "pw-1:tuần trước|tuần qua;pm-1:tháng trước;py-1:năm trước|năm ngoái|năm qua;update:cập nhật|cập nhật lúc|cập nhật lần cuối|sửa đổi;publish:xuất bản|đăng|đăng lúc|ngày đăng|ngày xuất bản;pi-30:nửa giờ trước|nửa tiếng trước;ps0:vài phút trước|vài giây trước"},
    {"th",
     "w0:อา;w1:จ;w2:อ;w3:พ;w4:พฤ;w5:ศ;w6:ส;m1:มกรา|มค;m2:กุมภา|กพ;m3:มีนา|มีค;m4:เมษา|เมย;m5:พฤษภา|พค;m6:มิถุนา|มิย;m7:กรกฎา|กค;m8:สิงหา|สค;m9:กันยา|กย;m10:ตุลา|ตค;m11:พฤศจิกา|พย;m12:ธันวา|ธค;w0:อาทิตย์|วันอาทิตย์|อาทิตย์ที่;w1:จันทร์|วันจันทร์;w2:อังคาร|วันอังคาร;w3:พุธ|วันพุธ;w4:พฤหัสบดี|วันพฤหัสบดี|พฤหัส;w5:ศุกร์|วันศุกร์;w6:เสาร์|วันเสาร์;n1:หนึ่ง;"
     "of:ที่|วันที่|น|นาฬิกา|และ|ประมาณ|ราว|เกือบ|ปี|เดือน|เวลา|พศ|เมื่อ;at:เวลา;ud:วันที่แล้ว|วันที่ผ่านมา;past:วันที่แล้ว|วันที่ผ่านมา|ที่แล้ว|ที่ผ่านมา|ก่อน|มาแล้ว|ผ่านมา;future:ใน|ในอีก|ข้างหน้า|อีก;us:วินาที|วิ;ui:นาที;uh:ชั่วโมง|ชม;ud:วัน;uw:สัปดาห์|อาทิตย์;um:เดือน;uy:ปี;uD:ทศวรรษ;noon:เที่ยง|เที่ยงวัน;midnight:เที่ยงคืน;am:เช้า|ตอนเช้า;pm:บ่าย|เย็น|ค่ำ|ตอนบ่าย|ตอนเย็น;"
     "pd0:วันนี้;pd-1:เมื่อวานนี้|เมื่อวาน;pd-2:เมื่อวานซืน|วานซืน|เมื่อวันก่อน;pd+1:พรุ่งนี้;pd+2:มะรืน|มะรืนนี้;ps0:ขณะนี้|เดี๋ยวนี้|ตอนนี้|เมื่อสักครู่|เมื่อกี้;pw-1:สัปดาห์ที่แล้ว|อาทิตย์ที่แล้ว|สัปดาห์ก่อน|สัปดาห์ที่ผ่านมา;pm-1:เดือนที่แล้ว|เดือนก่อน|เดือนที่ผ่านมา;py-1:ปีที่แล้ว|ปีก่อน|ปีกลาย;"
     "era--543:พ.ศ.|พศ|พุทธศักราช;era-0:ค.ศ.|คศ|คริสต์ศักราช;update:อัปเดต|อัพเดท|ปรับปรุง|แก้ไข|ปรับปรุงล่าสุด|แก้ไขล่าสุด|อัปเดตล่าสุด;publish:เผยแพร่|เผยแพร่เมื่อ|วันที่เผยแพร่|โพสต์"},
    {"lo", "past:ກ່ອນ|ຜ່ານມາ|ກ່ອນໜ້ານີ້;of:ວັນທີ|ທີ່|ເວລາ|ໂມງ|ປີ|ເດືອນ;us:ວິນາທີ;ui:ນາທີ;uh:ຊົ່ວໂມງ|ໂມງ;ud:ມື້|ວັນ;uw:ອາທິດ;um:ເດືອນ;uy:ປີ;pd0:ມື້ນີ້;pd-1:ມື້ວານ|ມື້ວານນີ້;era-0:ຄ.ສ.|ຄສ;era--543:ພ.ສ.|ພສ;of:ທີ"},
    {"km", "past:មុន|កន្លងទៅ;of:ថ្ងៃទី|ខែ|ឆ្នាំ|ម៉ោង|ទី|នាទី;us:វិនាទី;ui:នាទី;uh:ម៉ោង;ud:ថ្ងៃ;uw:សប្ដាហ៍|សប្តាហ៍;um:ខែ;uy:ឆ្នាំ;pd0:ថ្ងៃនេះ;pd-1:ម្សិលមិញ;of:នៅ|នៅម៉ោង;at:នៅម៉ោង|ម៉ោង"},
    {"my", "past:ပြီးခဲ့သည့်|က|အရင်|ပြီးခဲ့သော|ခန့်က;of:ရက်|လ|ခုနှစ်|နာရီ|မိနစ်;us:စက္ကန့်;ui:မိနစ်;uh:နာရီ;ud:ရက်;uw:ပတ်;um:လ;uy:နှစ်|ခုနှစ်;pd0:ယနေ့;pd-1:မနေ့က;pd-2:တနေ့က;ps0:ယခု"},
    {"zh",
     "w0:星期天|星期日|周日|礼拜天|禮拜天|礼拜日|禮拜日|週日;w1:礼拜一|禮拜一;w2:礼拜二|禮拜二;w3:礼拜三|禮拜三;w4:礼拜四|禮拜四;w5:礼拜五|禮拜五;w6:礼拜六|禮拜六;am:上午|早上|早晨|清晨|凌晨|早|晨;pm:下午|晚上|晚|傍晚|夜间|夜|午后|深夜|晚间|晚間;noon:正午|中午;midnight:午夜|零点|零時;"
     "of:约|約|大约|大約|不到|在|于|於|左右|和|又|零|多|近;past:前|之前|以前|以来;future:后|後|之后|之後|以后|内|內;us:秒|秒钟|秒鐘;ui:分|分钟|分鐘;uh:时|時|点|點|小时|小時|点钟|點鐘|个小时|個小時|个钟头;ud:日|号|號|天;uw:周|週|星期|个星期|個星期|礼拜|个礼拜;um:月|个月|個月|月份;uy:年;uD:十年;"
     "pd0:今天|今日|今早|今晚|今晨;pd-1:昨天|昨日|昨晚|昨夜;pd-2:前天|前日;pd+1:明天|明日;pd+2:后天|後天;ps0:现在|現在|刚刚|剛剛|刚才|剛才|目前;pw-1:上周|上週|上星期|上个星期|上個星期|上礼拜;pm-1:上月|上个月|上個月;py-1:去年|上年;py-2:前年;"
     "era-1911:民國|民国|中華民國;era-0:公元|西元;update:更新|更新时间|更新時間|最后更新|最後更新|修改|更新于|更新於|修订|編輯;publish:发布|发表|發布|發佈|發表|发布时间|發布時間|发表时间|发布于|发表于|時間|时间|日期|刊登|出版;pi-30:半小时前|半小時前|半个小时前;ps0:几秒前|几分钟前|幾分鐘前|数分钟前"},
    {"yue", "ud:日|號|天;um:月|個月;uy:年;uh:時|點|小時|個鐘|鐘頭;ui:分|分鐘;us:秒;past:前|之前;pd0:今日;pd-1:尋日|琴日|昨日;pd-2:前日"},
    {"ja",
     "am:午前|朝|未明|早朝;pm:午後|夜|夕方|深夜;noon:正午;midnight:零時;of:約|頃|ごろ|ころ|およそ|付|付け|の|に|は|現在|ほど|くらい|ぐらい;past:前|まえ;future:後|以内;us:秒|秒間;ui:分|分間;uh:時|時間;ud:日|日間|日間;uw:週間|週;um:月|か月|ヶ月|カ月|ケ月|ヵ月|箇月;uy:年|年間;uD:十年;"
     "w0:日曜|日曜日;w1:月曜|月曜日;w2:火曜|火曜日;w3:水曜|水曜日;w4:木曜|木曜日;w5:金曜|金曜日;w6:土曜|土曜日;pd0:今日|本日|きょう;pd-1:昨日|きのう|前日;pd-2:一昨日|おととい;pd+1:明日|あす|あした;pd+2:明後日|あさって;ps0:たった今|今|さっき|先ほど;pw-1:先週;pm-1:先月;py-1:昨年|去年;py-2:一昨年;pw+1:来週;pm+1:来月;py+1:来年;"
     "era-2018:令和|r;era-1988:平成|h;era-1925:昭和|s;era-1911:大正;era-0:西暦;update:更新|最終更新|最終更新日|改訂|更新日|更新日時|修正;publish:公開|配信|掲載|発行|公開日|投稿|投稿日|公開日時|掲載日|配信日|発表;pi-30:半時間前;ps0:数分前|数秒前"},
    {"ko",
     "am:오전|새벽|아침;pm:오후|저녁|밤;noon:정오;midnight:자정;of:약|에|경|쯤|현재|및;past:전;future:후|뒤;us:초;ui:분;uh:시간|시;ud:일;uw:주|주일;um:월|개월|달;uy:년|해;uD:십년;pd0:오늘;pd-1:어제;pd-2:그저께|그제;pd+1:내일;pd+2:모레;ps0:지금|방금|조금 전;pw-1:지난주|지난 주;pm-1:지난달|지난 달;py-1:작년|지난해;"
     "era-0:서기;update:수정|업데이트|최종수정|갱신|최종 수정|수정일|최종편집|수정시간;publish:입력|등록|게재|작성|발행|승인|기사입력|등록일|송고|입력시간|게시;ps0:몇 분 전|몇 초 전"},
    {"ar",
     "m1:كانون ثاني;m10:تشرين أول|اكتوبر;m11:تشرين ثاني|نوفمبر;m12:كانون أول;m4:أبريل|ابريل|إبريل;m6:يونيو|يونيه|حزيران;m7:يوليو|يوليه;n1:واحد|واحدة;of:و|في|من|يوم|عام|سنة|لعام|شهر|حوالي|نحو|قرابة|الموافق|أقل من|ال|بتاريخ|تاريخ|بتوقيت|م;at:الساعة|الساعه|على الساعة|في الساعة;am:ص|صباحا|صباحاً|فجرا;pm:م|مساء|مساءً|عصرا|ظهرا;"
     "past:منذ|قبل|مضت|مضى|الماضي|الماضية;future:بعد|خلال;us:ثانية|ثواني|ثوان|ثانيتين;ui:دقيقة|دقائق|دقيقتين|د;uh:ساعة|ساعات|ساعتين|س;ud:يوم|أيام|يومين|ايام|يوما;uw:أسبوع|أسابيع|أسبوعين|اسبوع;um:شهر|أشهر|شهور|شهرين;uy:سنة|سنوات|سنتين|عام|أعوام|عامين|سنين|عاما;uD:عقد|عقود|عقدين;"
     "noon:الظهر|ظهرا;midnight:منتصف الليل;pd0:اليوم;pd-1:أمس|البارحة|الأمس;pd-2:أول أمس|أمس الأول|قبل أمس;pd+1:غدا|غداً;pd+2:بعد غد;ps0:الآن|للتو|قبل قليل;pw-1:الأسبوع الماضي;pm-1:الشهر الماضي;py-1:العام الماضي|السنة الماضية;era-ah:هـ|ه|هجرية|هجري;era-0:م|ميلادي|ميلادية;"
     "islamic-1:محرم|المحرم|محرم الحرام;islamic-2:صفر;islamic-3:ربيع الأول|ربيع أول;islamic-4:ربيع الآخر|ربيع الثاني|ربيع ثاني;islamic-5:جمادى الأولى|جمادى الاولى;islamic-6:جمادى الآخرة|جمادى الثانية;islamic-7:رجب;islamic-8:شعبان;islamic-9:رمضان;islamic-10:شوال;islamic-11:ذو القعدة|ذي القعدة;islamic-12:ذو الحجة|ذي الحجة;"
     "update:آخر تحديث|تحديث|تم التحديث|حدث|تاريخ التحديث|عدل;publish:نشر|نشرت|نشر في|تم النشر|تاريخ النشر|النشر;u2i:دقيقتين|دقيقتان;u2h:ساعتين|ساعتان;u2d:يومين|يومان;u2w:أسبوعين|أسبوعان;u2m:شهرين|شهران;u2y:سنتين|عامين|سنتان|عامان;pi-30:منذ نصف ساعة|قبل نصف ساعة;ps0:منذ قليل|منذ دقائق|قبل دقائق|منذ لحظات|منذ ثوان"},
    {"fa",
     "m1:ژانویه;m3:مارس;m5:مه|می;m6:ژوئن;m7:ژوئیه|جولای;m8:اوت|آگوست|اوت;m10:اکتبر;m12:دسامبر;n1:یک;of:و|در|حدود|تقریبا|ماه|سال|روز|مورخ|تاریخ|به|میلادی|شمسی|خورشیدی;at:ساعت;am:صبح|ق.ظ|بامداد;pm:بعدازظهر|بعد از ظهر|عصر|شب|ب.ظ;past:پیش|قبل;future:بعد|دیگر;us:ثانیه;ui:دقیقه;uh:ساعت;ud:روز;uw:هفته;um:ماه;uy:سال;uD:دهه;"
     "noon:ظهر;midnight:نیمه شب|نیمه‌شب;pd0:امروز;pd-1:دیروز|دیشب;pd-2:پریروز;pd+1:فردا;pd+2:پس فردا;ps0:اکنون|همین الان|الان|لحظاتی پیش;w1:دوشنبه|دو شنبه;w2:سه شنبه|سه‌شنبه;w3:چهارشنبه|چهار شنبه;w4:پنجشنبه|پنج شنبه|پنج‌شنبه;w5:جمعه;w6:شنبه;w0:یکشنبه|یک شنبه;era-ap:ه.ش|هجری شمسی|ه ش|شمسی;era-ah:ه.ق|هجری قمری|قمری;era-0:میلادی;"
     "persian-1:حمل;persian-2:ثور;persian-3:جوزا;persian-4:سرطان;persian-5:اسد;persian-6:سنبله;persian-7:میزان;persian-8:عقرب;persian-9:قوس;persian-10:جدی;persian-11:دلو;persian-12:حوت;"
     "update:به روز رسانی|به‌روزرسانی|آخرین به‌روزرسانی|بروزرسانی|به روز شده|آخرین بروزرسانی|ویرایش;publish:انتشار|منتشر شده|تاریخ انتشار|زمان انتشار|منتشر|تاریخ خبر;pi-30:نیم ساعت پیش;ps0:دقایقی پیش|چند دقیقه پیش|چند ثانیه پیش"},
    {"ps", "of:د|په|کال;past:مخکې|وړاندې;persian-1:وری;persian-2:غویی;persian-3:غبرګولی;persian-4:چنګاښ;persian-5:زمری;persian-6:وږی;persian-7:تله;persian-8:لړم;persian-9:لیندۍ;persian-10:مرغومی;persian-11:سلواغه;persian-12:کب;pd0:نن;pd-1:پرون;era-ap:ap|هـ.ش|هجري لمريز;of:ل"},
    {"ckb", "of:ی|و|لە|ساڵی|مانگی;at:کاتژمێر|سەعات;past:پێش|لەمەوبەر;pd0:ئەمڕۆ;pd-1:دوێنێ;m1:کانوونی دووەمی;m2:شوباتی;m3:ئازاری;m4:نیسانی;m5:ئایاری;m6:حوزەیرانی;m7:تەمووزی;m8:ئابی;m9:ئەیلوولی;m10:تشرینی یەکەمی;m11:تشرینی دووەمی;m12:کانوونی یەکەمی|کانونی یەکەمی"},
    {"ku", "m1:çile;m2:sibat;m3:adar;m4:nîsan;m5:gulan;m6:hezîran;m7:tîrmeh|tîrmeha;m8:tebax;m9:îlon;m10:cotmeh|kewçêr;m11:mijdar;m12:kanûn|berfanbar;of:ê|û|a|de|sala;at:saet;past:berê;pd0:îro;pd-1:duh"},
    {"ur", "of:اور|کو|تقریبا|بروز|سن;at:بجے|بوقت|وقت;am:صبح;pm:شام|رات|دوپہر;past:پہلے|قبل;future:بعد|میں;us:سیکنڈ|سیکنڈز;ui:منٹ|منٹس;uh:گھنٹہ|گھنٹے|گھنٹوں;ud:دن|دنوں;uw:ہفتہ|ہفتے|ہفتوں;um:ماہ|مہینہ|مہینے;uy:سال|سالوں;pd0:آج;pd-1:کل|گزشتہ روز;pd-2:پرسوں;ps0:ابھی;era-0:ء|عیسوی;era-ah:ھ;update:اپ ڈیٹ|اپ ڈیٹ کیا گیا|آخری اپ ڈیٹ;publish:شائع|شائع شدہ|تاریخ اشاعت"},
    {"he",
     "m1:ינואר|בינואר|ינו;m2:פברואר|בפברואר;m3:מרץ|במרץ|מרס|במרס;m4:אפריל|באפריל;m5:מאי|במאי;m6:יוני|ביוני;m7:יולי|ביולי;m8:אוגוסט|באוגוסט;m9:ספטמבר|בספטמבר;m10:אוקטובר|באוקטובר;m11:נובמבר|בנובמבר;m12:דצמבר|בדצמבר;w0:ראשון;w1:שני;w2:שלישי;w3:רביעי;w4:חמישי;w5:שישי;n1:אחד|אחת;of:יום|ב|ה|של|בערך|כ|ו|את|בתאריך|תאריך;"
     "at:בשעה|שעה;am:בבוקר|לפנות בוקר|לפנה״צ;pm:בערב|בצהריים|אחר הצהריים|אחה״צ|בלילה;past:לפני;future:בעוד|תוך;us:שניות|שנייה|שניה;ui:דק|דקה|דקות;uh:שעה|שעות;ud:יום|ימים;uw:שבוע|שבועות;um:חודש|חודשים;uy:שנה|שנים;uD:עשור|עשורים;noon:צהריים;midnight:חצות|בחצות;pd0:היום;pd-1:אתמול;pd-2:שלשום;pd+1:מחר;pd+2:מחרתיים;ps0:עכשיו|כעת|ממש עכשיו;"
     "pw-1:בשבוע שעבר|שבוע שעבר;pm-1:בחודש שעבר|חודש שעבר;py-1:בשנה שעברה|שנה שעברה|אשתקד;hebrew-1:תשרי|בתשרי;hebrew-2:חשוון|בחשוון|מרחשוון|חשון|בחשון;hebrew-3:כסלו|בכסלו;hebrew-4:טבת|בטבת;hebrew-5:שבט|בשבט;hebrew-6:אדר א|באדר א|אדר ראשון;hebrew-7:אדר|באדר|אדר ב|באדר ב|אדר שני;hebrew-8:ניסן|בניסן;hebrew-9:אייר|באייר|איר;hebrew-10:סיוון|בסיוון|סיון|בסיון;"
     "hebrew-11:תמוז|בתמוז;hebrew-12:אב|באב|מנחם אב;hebrew-13:אלול|באלול;update:עודכן|עדכון|עודכן לאחרונה|עדכון אחרון;publish:פורסם|פורסם ב|תאריך פרסום|פרסום;u2i:דקתיים;u2h:שעתיים;u2d:יומיים;u2w:שבועיים;u2m:חודשיים;u2y:שנתיים;pi-30:לפני חצי שעה;ps0:לפני כמה דקות|לפני מספר דקות"},
    {"yi", "of:דעם|פון"},
    {"hi",
     "m1:जनवरी;m2:फरवरी|फ़रवरी|फर;m4:अप्रैल|अप्र;m6:जून;m7:जुलाई;m8:अगस्त|अग;m9:सितंबर|सितम्बर|सित;m10:अक्टूबर|अक्तूबर|अक्टू;m11:नवंबर|नवम्बर|नव;m12:दिसंबर|दिसम्बर|दिस;w0:रविवार|इतवार;w1:सोमवार;w2:मंगलवार;w3:बुधवार;w4:गुरुवार|बृहस्पतिवार|वीरवार;w5:शुक्रवार;w6:शनिवार;n1:एक;of:को|के|का|की|और|लगभग|करीब|तारीख|बजे|ई|सन|में;at:बजे|समय;"
     "am:सुबह|पूर्वाह्न|प्रातः;pm:शाम|रात|दोपहर|अपराह्न;past:पहले|पूर्व;future:बाद|में;us:सेकंड|सेकेंड|सेकण्ड|से;ui:मिनट|मि;uh:घंटा|घंटे|घण्टे|घण्टा|घंटों;ud:दिन|दिनों;uw:सप्ताह|हफ्ते|हफ़्ते|हफ्ता;um:महीना|महीने|माह|महीनों;uy:वर्ष|साल|वर्षों;uD:दशक|दशकों;pd0:आज;pd-1:कल|बीता कल|बीते कल;pd-2:परसों|बीते परसों;"
     "ps0:अभी|अब|अभी अभी;pw-1:पिछला सप्ताह|पिछले सप्ताह|पिछले हफ्ते;pm-1:पिछला महीना|पिछले महीने|पिछला माह;py-1:पिछला वर्ष|पिछले साल|पिछले वर्ष;pD-1:पिछला दशक;update:अपडेटेड|अपडेट|अद्यतन|अपडेट किया गया;publish:प्रकाशित|प्रकाशन तिथि|पब्लिश;pi-30:आधा घंटा पहले|आधे घंटे पहले;ps0:कुछ मिनट पहले|कुछ सेकंड पहले"},
    {"mr", "of:रोजी|ला|आणि|वाजता;at:वाजता;past:पूर्वी;pd0:आज;pd-1:काल;update:अपडेट;publish:प्रकाशित"},
    {"ne", "of:गते|को|र|बजे;past:अघि|पहिले|अगाडि;uw:हप्ता|साता;pd0:आज;pd-1:हिजो;pd-2:अस्ति;publish:प्रकाशित"},
    {"bn",
     "m1:জানুয়ারী|জানুয়ারি|জানু;m2:ফেব্রুয়ারী|ফেব্রুয়ারি|ফেব্রু;m7:জুলাই;m8:আগস্ট|অগাস্ট|আগষ্ট;m9:সেপ্টেম্বর|সেপ্ট;m10:অক্টোবর;m11:নভেম্বর;m12:ডিসেম্বর;w4:বৃহস্পতিবার;n1:এক|একটি|একটা;of:সাল|সালের|সালে|ইং|খ্রিস্টাব্দ|তারিখ|তারিখে|এবং|প্রায়|ও|খ্রি;at:সময়|টা;am:সকাল|ভোর|পূর্বাহ্ণ;pm:বিকাল|বিকেল|সন্ধ্যা|রাত|দুপুর|অপরাহ্ণ;"
     "past:আগে|পূর্বে|পূর্ব;future:পরে|মধ্যে|পর;us:সেকেন্ড;ui:মিনিট;uh:ঘণ্টা|ঘন্টা|টা;ud:দিন;uw:সপ্তাহ;um:মাস;uy:বছর|বৎসর;uD:দশক;pd0:আজ;pd-1:গতকাল|গত কাল;pd-2:গত পরশু|পরশু;pd+1:আগামীকাল|আগামী কাল;pd+2:আগামী পরশু;ps0:এখন|এইমাত্র|এই মাত্র;pw-1:গত সপ্তাহ|গত সপ্তাহে;pm-1:গত মাস|গত মাসে;py-1:গত বছর;update:আপডেট|হালনাগাদ|সর্বশেষ আপডেট;publish:প্রকাশ|প্রকাশিত|প্রকাশের সময়;of:এ"},
    {"pa", "n1:ਇੱਕ;of:ਨੂੰ|ਅਤੇ|ਦੇ|ਵਜੇ;past:ਪਹਿਲਾਂ;pd0:ਅੱਜ;pd-1:ਕੱਲ੍ਹ"},
    {"gu", "of:અને|ના|રોજ|વાગ્યે;past:પહેલાં|પહેલા;pd0:આજે;pd-1:ગઈકાલે;of:એ;at:એ"},
    {"ta", "of:ஆம்|தேதி|அன்று|மற்றும்|ஆண்டு;past:முன்|முன்பு|முன்னர்|முன்னால்;pd0:இன்று;pd-1:நேற்று;update:புதுப்பிக்கப்பட்டது;publish:வெளியிடப்பட்டது"},
    {"te", "of:న|మరియు|తేదీ;past:క్రితం;pd0:ఈ రోజు|నేడు|ఈరోజు;pd-1:నిన్న;publish:ప్రచురించబడింది;of:కి|గంటలకు"},
    {"kn", "of:ರಂದು|ಮತ್ತು|ಸಮಯಕ್ಕೆ;past:ಹಿಂದೆ;pd0:ಇಂದು;pd-1:ನಿನ್ನೆ;of:ರಂದು"},
    {"ml", "of:ന്|ഉം;past:മുമ്പ്|മുൻപ്|മുന്പ്;pd0:ഇന്ന്;pd-1:ഇന്നലെ"},
    {"si", "of:වන|දින|වැනි;past:පෙර|කට පෙර;pd0:අද;pd-1:ඊයේ"},
    {"am", "of:ቀን|ዓ|ም|አመተ|ዓመተ ምህረት;past:በፊት|ከ;pd0:ዛሬ;pd-1:ትናንት|ትላንት"},
    {"so", "of:ee|iyo|bisha;past:kahor|ka hor;pd0:maanta;pd-1:shalay"},
    {"or", "at:ଠାରେ|ରେ;past:ପୂର୍ବେ|ଆଗରୁ"},
    {"ti", "at:ሰዓት;of:ዓ ም"},
    {"ha", "of:ga|ta|na|wata;at:da|da misalin karfe|da karfe;past:da suka wuce|da ya wuce;pd0:yau;pd-1:jiya"},
};
// clang-format on

std::span<const DateWords> date_words() { return k_words; }

}  // namespace vigie::parsers
