//! Words by which a name of a person is known: given names, surnames, forms of address; and words that are none.
//!
//! Left out is what is as often something else: places (Florence, Sydney), days and seasons (April, Summer), words (Grace, Mark,
//! Will), brands (Alexa, Mercedes). Lists are short for a reason: whoever is not in them is still found where there are many.

use std::collections::HashSet;
use std::sync::OnceLock;

const GIVEN: &str = "
aaron abdul abdullah adam adrian agata agnieszka ahmad ahmed aisha alain alan albert aleksander alejandro aleksandra alessandro alessia alex
alexander alexandra alexandre alice alicia alina amanda amelie amina amir amy ana anastasia anders andre andrea andreas andrei andrew andrzej
angela angelika anita anja anke ann anna anne annette annika anthony antje antoine anton antonia antonio anya arjun arnaud arne artur aslan astrid
axel ayse aylin barbara bastian beata beate beatrice benedikt benjamin bernd bernhard bettina bianca birgit bjorn bogdan brian brigitte britta
bruno camille carla carlos carmela carolin caroline carsten cathérine cecilia chiara chloe christa christelle christiane christina
christine christoph christophe christopher claire clara claudia clemens conny corinna cristina dagmar daniel daniela danielle dariusz david deborah
denise dennis denis derek detlef diana didier dieter dietmar dimitri dirk dmitri dominik dominique donna dorothea doris dorota edith eduardo edward
ekaterina elena elisa elisabeth elizabeth elke ella ellen elsa emanuel emil emilia emily emma emmanuel emre enrico enrique eric erik erika ernst esra
esther ethan eugen eva ewa fabian fabio fabrice farid fatima fatma federica federico felicitas felipe felix ferdinand fernando finn florian
franz franziska françois françoise francesca francesco francisco frank franck fred frederic frederik friederike friedrich fritz gabriela gabriele
gabriel gary geoffrey george georg gerald gerard gerd gerhard gerlinde gertrud gianluca giorgio giovanni giovanna gisela giulia giulio giuseppe gloria
gonzalo gregor greta grzegorz guido guillaume gunther gustav hakan hamza hanna hannah hannelore hannes hans harald hartmut hasan hassan heather heidi
heike heiko heinrich heinz helen helena helene helga helmut hendrik henning henri henrik henry herbert hermann holger horst hubert hugo hussein ibrahim
ignacio igor ilse imke ines inga inge ingo ingrid irene irina isabel isabella isabelle ismail ivan ivana iwona jacek jacqueline jakob jakub
jamal james jana jane janina janine janos jasmin jason javier jeanne jeffrey jelena jenny jennifer jens jeremy jerome jessica jill joachim
joana joanna jochen joel johan johann johanna johannes john jonas jonathan jorge josef joseph josephine joshua juan juanita judith julia julian
juliane julie julien juliette julius jurgen justine justyna jutta jürgen kai kamal karen karim karin karl karla karolina karsten kasia katarina
katarzyna katharina katherine kathleen kathrin kathryn katja katrin kemal kenneth kerstin kevin khaled kirsten klara klaus konrad konstantin korinna
kristian kristin kristina krzysztof kurt laila lars larissa laura laurent laurence lea leah lena lennart leo leon leonard leonie leonardo leonhard liam
lilian lina linda lisa liv lothar louis louise luca lucas lucia lucie luciano luis luisa luise lukas lukasz lutz lydia maciej magdalena mahmoud
maik malte manfred manon manuel manuela marc marcel marcella marcin marco marcos marcus margaret margarete margherita maria mariam mariana marie marina
marion marius marko markus marlene marta martha martin martina mary maryam mateo mateusz mathias mathieu mathilde matteo matthew matthias matthieu
maurice maurizio maximilian mehmet meike melanie melissa merve mia michael michaela michal michel michele michelle miguel mikhail milena mirjam
miriam mohamed mohammad mohammed monica monika monique moritz muhammad murat mustafa nadia nadine nadja natalia natalie natascha nathalie
nathan nele nicholas nick nico nicola nicolas nicole niels nikita nikolai nikolaus nils nina noemi nora norbert oksana oleg olga oliver
olivia olivier omar oskar osman pablo paola paolo pascal patricia patrick patrik paul paula pauline pavel pawel pedro peggy peter petra philip
philipp philippe pia pierre piotr priya rachel rafael rainer raj rajesh ralf ralph ramon raphael raquel rebecca regina reinhard reinhold renate rene
rené ricardo riccardo richard rita robert roberto roger roland rolf ronald ronny rosemarie rudolf ruth ryan sabine sabrina samantha sami samira
samuel sandra sara sarah saskia scott sebastian selma serge sergei sergey sergio sibylle siegfried sigrid silke silvia simon simone sonja sophia sophie
stefan stefanie steffen stefania stephan stephanie stephen steve steven stuart susan susanne suzanne svenja sven svetlana sybille sylvia sylvie tamara
tanja tatiana tatjana teresa thea theo theodor theresa therese thierry thomas thorsten tiago tilo tim timo timothy tina tobias tom tomas tomasz torsten
udo ulf uli ulrich ulrike ursula ute uwe valentin valentina valerie vanessa vera verena veronica veronika veronique vincent vincenzo viktor viktoria
vladimir volker walter waltraud wendy werner wilhelm william wojciech wolfgang xavier yann yannick yasmin yusuf yves yvonne zeynep zofia zuzanna
andrés björn félix géraldine hélène inès iñigo jérôme josé léa loïc maría martín mónica müge niño noël ramón raúl søren sébastien sofía thérèse zoë
анна мария елена ольга наталья ирина татьяна светлана екатерина юлия александр сергей дмитрий андрей алексей иван михаил николай владимир
";

const SURNAMES: &str = "
schmidt schmitt schmid schmitz müller mueller schneider fischer weber meyer meier maier mayer wagner becker schulz schulze schultz hoffmann hofmann
schäfer schaefer bauer koch richter schröder schroeder neumann schwarz zimmermann krüger krueger hartmann schmitz werner krause lehmann köhler koehler
herrmann maier könig koenig walter huber kaiser peters scholz möller moeller weiß jung hahn schubert vogel friedrich keller günther berger winkler
lorenz baumann franke albrecht schuster simon ludwig böhm kraus martin schumacher vogt jäger stein otto sommer groß seidel heinrich brandt haas
schreiber graf dietrich ziegler kuhn kühn pohl engel horn bergmann thomas voigt sauer arnold wolff pfeiffer
smith johnson williams jones brown davis miller wilson moore taylor anderson jackson white harris thompson garcia martinez robinson clark rodriguez
lewis walker hall allen hernandez wright lopez hill scott adams baker gonzalez nelson carter mitchell perez roberts turner phillips campbell parker
evans edwards collins stewart sanchez morris rogers reed cook morgan murphy bailey rivera cooper richardson howard ward torres peterson ramirez
watson brooks kelly sanders bennett hughes patel khan singh kumar sharma doe dubois durand moreau bernard petit lefebvre leroy roux
laurent rousseau rossi russo ferrari esposito bianchi romano colombo ricci fernandez gomez diaz ruiz silva santos oliveira pereira costa ferreira
nowak kowalski kowalska wisniewski wójcik kaminski lewandowski zielinski ivanov ivanova petrov petrova smirnov smirnova popov popova novak horvat
svoboda nagy kovacs szabo toth yilmaz kaya demir celik sahin öztürk arslan dogan jansen janssen bakker visser smit mulder bos hansen johansen olsen
larsen andersen pedersen nielsen jensen christensen johansson andersson karlsson nilsson eriksson nguyen tran pham huynh kim lee park chen wang
li zhang liu yang huang zhao wu zhou tanaka suzuki sato watanabe yamamoto иванов иванова петров петрова смирнов смирнова
";

const TITLES: &str = "
Mr Mrs Ms Dr Prof Professor Herr Frau Herrn Fräulein Mme Mlle Monsieur Madame Señor Señora Srta Sra Signor Signora Signore Dhr Mevr
";

/// Behind a given name these go on about what somebody does or has, and are no surname.
const EVERYDAY: &str = "
added asked began booked bought called came cancelled changed clicked closed comes completed day downloaded feels finds finished
gets goes has hears is joined journey leaves left likes logged logs looked looks map month nears news opened opens paid plays pays persona
phase plan played purchased reads returns saw says searched searches sees sent sends shared show shows signed signs started starts stops subscribed subscribes
talks tells tries uses viewed visits visited wants was watched watches week writes year
com net org info biz shop app html page email mail test demo user admin
bekommt bestellt bezahlt bucht findet geht hat hört ist kauft kommt kündigt liest meldet möchte nutzt öffnet ruft schaut schreibt sieht sucht teilt will
";

const PARTICLES: &str = "von van vom zu zur de der den di da do dos du del della la le el al bin ben ter ten af av";

fn set(words: &'static str, at: &'static OnceLock<HashSet<&'static str>>) -> &'static HashSet<&'static str> {
    at.get_or_init(|| words.split_whitespace().collect())
}

macro_rules! known {
    ($(#[$doc:meta] $name:ident in $list:ident;)*) => {
        $(#[$doc]
        pub fn $name(word: &str) -> bool {
            static WORDS: OnceLock<HashSet<&'static str>> = OnceLock::new();
            set($list, &WORDS).contains(word)
        })*
    };
}

known! {
    /// In small letters.
    is_given in GIVEN;
    /// In small letters.
    is_surname in SURNAMES;
    /// As it is written: `ms` are milliseconds.
    is_title in TITLES;
    /// In small letters.
    is_everyday in EVERYDAY;
    /// In small letters.
    is_particle in PARTICLES;
}
