//! Words of the usual scales of surveys: satisfaction, agreement, likelihood, quality, ease and frequency, in the languages of
//! those who ask.
//!
//! A word says how strongly somebody means it, not which place of a scale it has: *agree* is the best answer where nobody can
//! agree more strongly, and the second best where one can. Which scale it was shows in the words of all answers ([`Ladder`]).

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

/// How strongly a word is meant: 0 says neither, 1 somewhat, 2 plainly, 3 very, 4 more than that; the same below 0 for what is bad.
pub type Strength = i8;

/// The words, a language a line, parted by bars.
const WORDS: [(Strength, &str); 9] = [
    (
        -4,
        "extremely dissatisfied | extremely unlikely | extremely difficult | extremely unhappy | terrible | extremely poor
        äußerst unzufrieden | extrem unzufrieden | äußerst unwahrscheinlich
        extrêmement insatisfait | extremadamente insatisfecho | estremamente insoddisfatto | extremamente insatisfeito
        uiterst ontevreden | extreem ontevreden | extremt missnöjd | skrajnie niezadowolony | 極めて不満 | 非常に不満",
    ),
    (
        -3,
        "very dissatisfied | completely dissatisfied | totally dissatisfied | not at all satisfied | very unsatisfied
        strongly disagree | totally disagree | completely disagree | very unlikely | not at all likely | very poor | very bad | awful
        very difficult | very hard | not at all easy | never | very unhappy | not at all
        sehr unzufrieden | völlig unzufrieden | gar nicht zufrieden | überhaupt nicht zufrieden | stimme überhaupt nicht zu
        stimme gar nicht zu | trifft überhaupt nicht zu | trifft gar nicht zu | lehne stark ab | sehr schlecht | sehr schwer
        sehr schwierig | sehr unwahrscheinlich | nie | niemals | überhaupt nicht | gar nicht
        très insatisfait | pas du tout satisfait | pas du tout d'accord | très mauvais | très difficile | jamais | pas du tout
        très improbable | très mécontent
        muy insatisfecho | nada satisfecho | muy en desacuerdo | totalmente en desacuerdo | muy malo | muy difícil | nunca
        muy improbable | nada probable
        molto insoddisfatto | per niente soddisfatto | per nulla soddisfatto | totalmente in disaccordo | fortemente in disaccordo
        completamente in disaccordo | pessimo | molto difficile | mai | molto improbabile | molto scarso | per niente | per nulla
        muito insatisfeito | nada satisfeito | discordo totalmente | discordo plenamente | discordo completamente | muito mau | péssimo
        muito ruim | muito difícil | muito improvável | nada provável
        zeer ontevreden | heel ontevreden | helemaal niet tevreden | helemaal mee oneens | zeer mee oneens | helemaal niet mee eens
        zeer slecht | heel slecht | zeer moeilijk | heel moeilijk | nooit | zeer onwaarschijnlijk | helemaal niet
        mycket missnöjd | inte alls nöjd | instämmer inte alls | tar helt avstånd | mycket dålig | mycket dåligt | mycket svårt | aldrig
        mycket osannolikt | inte alls
        meget utilfreds | helt uenig | meget uenig | meget dårlig | meget dårligt | svært misfornøyd | veldig misfornøyd
        bardzo niezadowolony | zdecydowanie niezadowolony | zdecydowanie się nie zgadzam | zdecydowanie nie | bardzo zły | bardzo źle
        bardzo trudne | bardzo trudno | nigdy | bardzo mało prawdopodobne
        とても不満 | 大変不満 | 全くそう思わない | まったくそう思わない | 非常に悪い | とても悪い | 非常に難しい | 全くない | まったくない",
    ),
    (
        -2,
        "dissatisfied | unsatisfied | moderately dissatisfied | disagree | unlikely | moderately unlikely | poor | bad | difficult
        moderately difficult | hard | rarely | seldom | unhappy
        unzufrieden | stimme nicht zu | trifft nicht zu | schlecht | schwer | schwierig | unwahrscheinlich | selten | lehne ab
        insatisfait | pas satisfait | pas d'accord | mauvais | difficile | rarement | improbable | peu probable | mécontent
        insatisfecho | en desacuerdo | malo | difícil | rara vez | raramente | casi nunca | poco probable
        insoddisfatto | non soddisfatto | in disaccordo | non d'accord | cattivo | scarso | improbabile | di rado
        insatisfeito | discordo | mau | ruim | improvável | pouco provável
        ontevreden | niet tevreden | mee oneens | oneens | niet mee eens | slecht | moeilijk | zelden | onwaarschijnlijk
        missnöjd | instämmer inte | dålig | dåligt | svårt | sällan | osannolikt
        utilfreds | uenig | dårlig | dårligt | sjældent | misfornøyd | vanskelig | sjelden
        niezadowolony | nie zgadzam się | zły | źle | trudne | trudno | rzadko | mało prawdopodobne
        不満 | 不満である | そう思わない | 悪い | 難しい | めったにない",
    ),
    (
        -1,
        "somewhat dissatisfied | slightly dissatisfied | rather dissatisfied | mostly dissatisfied | somewhat disagree
        slightly disagree | rather disagree | tend to disagree | mostly disagree | somewhat unlikely | slightly unlikely
        somewhat difficult | slightly difficult | not very satisfied | not very likely
        eher unzufrieden | stimme eher nicht zu | trifft eher nicht zu | eher unwahrscheinlich | eher schlecht | eher schwierig
        eher schwer | lehne eher ab | weniger zufrieden
        plutôt insatisfait | peu satisfait | plutôt pas satisfait | plutôt pas d'accord | plutôt difficile | plutôt mauvais
        algo insatisfecho | poco satisfecho | algo en desacuerdo | más bien en desacuerdo | algo difícil
        abbastanza insoddisfatto | poco soddisfatto | piuttosto insoddisfatto | parzialmente in disaccordo | poco d'accordo
        un po' in disaccordo | piuttosto in disaccordo
        um pouco insatisfeito | pouco satisfeito | discordo parcialmente | discordo em parte | um pouco difícil
        enigszins ontevreden | een beetje ontevreden | niet zo tevreden | enigszins mee oneens | een beetje mee oneens
        ganska missnöjd | något missnöjd | instämmer knappast | instämmer till liten del
        delvist uenig | noget uenig | lidt utilfreds | litt misfornøyd
        raczej niezadowolony | raczej się nie zgadzam | raczej nie zgadzam się | raczej nie
        やや不満 | どちらかといえば不満 | あまり満足していない | あまりそう思わない | やや悪い | やや難しい | どちらかといえばそう思わない",
    ),
    (
        0,
        "neutral | neither | neither agree nor disagree | neither satisfied nor dissatisfied | neither likely nor unlikely
        neither easy nor difficult | neither good nor bad | neither happy nor unhappy | fair | average | okay | ok | sometimes | undecided
        occasionally
        teils teils | teils/teils | teils, teils | weder noch | weder zufrieden noch unzufrieden | mittelmäßig | manchmal
        unentschieden | gelegentlich | mittel
        neutre | ni satisfait ni insatisfait | ni d'accord ni pas d'accord | ni l'un ni l'autre | moyen | parfois | ni facile ni difficile
        neutro | ni satisfecho ni insatisfecho | ni de acuerdo ni en desacuerdo | regular | a veces | ni fácil ni difícil | indiferente
        neutrale | né soddisfatto né insoddisfatto | né d'accordo né in disaccordo | né d'accordo né contrario | così così | a volte
        qualche volta | talvolta | discreto | indifferente
        nem satisfeito nem insatisfeito | nem concordo nem discordo | não concordo nem discordo | às vezes | razoável | médio
        neutraal | niet tevreden en niet ontevreden | niet tevreden, niet ontevreden | noch tevreden noch ontevreden
        niet mee eens, niet mee oneens | niet mee eens en niet mee oneens | noch mee eens noch mee oneens | noch eens noch oneens | soms
        matig | gemiddeld
        varken nöjd eller missnöjd | varken eller | varken bra eller dåligt | ibland | neutralt
        hverken tilfreds eller utilfreds | hverken enig eller uenig | hverken eller | verken eller | verken fornøyd eller misfornøyd
        nogle gange | av og til | nøytral
        neutralny | neutralnie | ani zadowolony, ani niezadowolony | ani zadowolony ani niezadowolony | ani tak, ani nie | ani tak ani nie
        ani się zgadzam, ani się nie zgadzam | ani się zgadzam ani nie zgadzam | przeciętny | przeciętnie | czasami | czasem
        どちらともいえない | どちらとも言えない | どちらでもない | 普通 | ふつう | 時々 | たまに",
    ),
    (
        1,
        "somewhat satisfied | slightly satisfied | rather satisfied | fairly satisfied | mostly satisfied | somewhat agree
        slightly agree | rather agree | tend to agree | mostly agree | somewhat likely | slightly likely | somewhat easy | slightly easy
        eher zufrieden | stimme eher zu | trifft eher zu | eher wahrscheinlich | eher gut | eher einfach | eher leicht
        plutôt satisfait | assez satisfait | plutôt d'accord | plutôt facile | plutôt bon | assez bon
        algo satisfecho | más o menos satisfecho | algo de acuerdo | más bien de acuerdo | bastante satisfecho | algo fácil
        abbastanza soddisfatto | piuttosto soddisfatto | parzialmente d'accordo | abbastanza d'accordo | piuttosto d'accordo
        un po' d'accordo
        um pouco satisfeito | parcialmente satisfeito | concordo parcialmente | concordo em parte | um pouco fácil
        enigszins tevreden | redelijk tevreden | een beetje tevreden | enigszins mee eens | een beetje mee eens | redelijk
        ganska nöjd | något nöjd | instämmer delvis | instämmer till viss del | ganska bra
        delvist enig | noget enig | delvis enig | litt fornøyd | ganske fornøyd
        raczej zadowolony | raczej się zgadzam | raczej zgadzam się | raczej tak
        やや満足 | まあ満足 | どちらかといえば満足 | ややそう思う | まあそう思う | どちらかといえばそう思う | やや良い | やや簡単",
    ),
    (
        2,
        "satisfied | moderately satisfied | agree | likely | moderately likely | good | easy | moderately easy | often | happy
        zufrieden | stimme zu | trifft zu | gut | leicht | einfach | wahrscheinlich | oft | häufig
        satisfait | d'accord | bon | facile | probable | souvent | content
        satisfecho | de acuerdo | bueno | fácil | a menudo | con frecuencia | frecuentemente
        soddisfatto | d'accordo | buono | spesso | probabile
        satisfeito | concordo | bom | provável | frequentemente | muitas vezes
        tevreden | mee eens | eens | goed | makkelijk | gemakkelijk | vaak | waarschijnlijk
        nöjd | instämmer | bra | lätt | ofta | troligt | sannolikt
        tilfreds | enig | god | godt | let | tit | fornøyd | lett
        zadowolony | zgadzam się | dobry | dobrze | łatwe | łatwo | często | prawdopodobne
        満足 | 満足である | 満足している | そう思う | 良い | よい | 簡単 | よくある",
    ),
    (
        3,
        "very satisfied | completely satisfied | totally satisfied | strongly agree | totally agree | completely agree | very likely
        very good | very easy | always | very happy
        sehr zufrieden | völlig zufrieden | stimme voll zu | stimme voll und ganz zu | stimme völlig zu | stimme sehr zu
        trifft voll zu | trifft voll und ganz zu | trifft völlig zu | sehr gut | sehr leicht | sehr einfach | sehr wahrscheinlich | immer
        très satisfait | tout à fait satisfait | tout à fait d'accord | très bon | très facile | toujours | très probable | très content
        muy satisfecho | totalmente satisfecho | completamente satisfecho | muy de acuerdo | totalmente de acuerdo
        completamente de acuerdo | muy bueno | muy fácil | siempre | muy probable
        molto soddisfatto | del tutto soddisfatto | pienamente soddisfatto | totalmente d'accordo | completamente d'accordo
        pienamente d'accordo | fortemente d'accordo | molto d'accordo | molto buono | ottimo | molto facile | sempre | molto probabile
        muito satisfeito | totalmente satisfeito | concordo totalmente | concordo plenamente | concordo completamente | muito bom
        muito fácil | muito provável
        zeer tevreden | heel tevreden | helemaal mee eens | zeer mee eens | volledig mee eens | zeer goed | heel goed | zeer makkelijk
        zeer gemakkelijk | heel makkelijk | altijd | zeer waarschijnlijk
        mycket nöjd | helt nöjd | instämmer helt | instämmer fullständigt | instämmer i hög grad | mycket bra | mycket lätt | alltid
        mycket troligt | mycket sannolikt
        meget tilfreds | helt enig | meget enig | meget god | meget godt | meget let | altid | svært fornøyd | veldig fornøyd | alltid
        bardzo zadowolony | zdecydowanie zadowolony | zdecydowanie się zgadzam | zdecydowanie tak | bardzo dobry | bardzo dobrze
        bardzo łatwe | bardzo łatwo | zawsze | bardzo prawdopodobne
        とても満足 | 大変満足 | 強くそう思う | とてもそう思う | 非常にそう思う | とても良い | とてもよい | とても簡単 | いつも | 常に",
    ),
    (
        4,
        "extremely satisfied | extremely likely | extremely easy | extremely happy | excellent | outstanding
        äußerst zufrieden | extrem zufrieden | äußerst wahrscheinlich | hervorragend | ausgezeichnet
        extrêmement satisfait | extrêmement probable | extremadamente satisfecho | excelente | estremamente soddisfatto | eccellente
        extremamente satisfeito | uiterst tevreden | extreem tevreden | uitstekend | extremt nöjd | utmärkt | fremragende | utmerket
        skrajnie zadowolony | doskonały | doskonale | znakomity | 極めて満足 | 非常に満足 | 非常に良い | 非常に簡単",
    ),
];

/// The strength of a word that is written in small letters.
pub fn strength(text: &str) -> Option<Strength> {
    static KNOWN: OnceLock<HashMap<&'static str, Strength>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        let each = WORDS.iter().flat_map(|(strength, words)| {
            words.split(['|', '\n']).map(str::trim).filter(|word| !word.is_empty()).map(|word| (word, *strength))
        });
        each.collect()
    });
    let of = |text: &str| known.get(text).copied();
    of(text).or_else(|| masculine(text).into_iter().find_map(|text| of(&text)))
}

/// What a person says of herself as the lists have it: *très satisfaite*, *muy satisfecha*, *molto soddisfatta*, *bardzo zadowolona*.
fn masculine(text: &str) -> Vec<String> {
    let word = |word: &str| {
        let ends =
            [("aite", "ait"), ("echa", "echo"), ("eita", "eito"), ("atta", "atto"), ("ona", "ony"), ("ente", "ent")];
        let changed = ends.into_iter().find_map(|(her, his)| Some(format!("{}{his}", word.strip_suffix(her)?)));
        changed.unwrap_or_else(|| word.to_owned())
    };
    let whole = text.split(' ').map(word).collect::<Vec<_>>().join(" ");
    (whole != text).then_some(whole).into_iter().collect()
}

/// The scales that are asked by words, from the worst to the best; those that are asked most first.
const SCALES: [&[Strength]; 8] = [
    &[-3, -2, 0, 2, 3],
    &[-3, -1, 0, 1, 3],
    &[-2, -1, 0, 1, 2],
    // From poor over fair, good and very good to excellent.
    &[-2, 0, 2, 3, 4],
    // From not at all over slightly, moderately and very to extremely.
    &[-3, 1, 2, 3, 4],
    &[-3, -2, 0, 2, 3, 4],
    &[-3, -2, -1, 0, 1, 2, 3],
    &[-4, -3, -2, 0, 2, 3, 4],
];

/// The places of the words of one question on its scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ladder {
    /// The place of each strength that was chosen, from 1 on.
    places: BTreeMap<Strength, usize>,
    /// Places of the scale.
    pub steps: usize,
}

impl Ladder {
    /// The scale that has all strengths which were chosen; nothing where none has.
    pub fn of(chosen: impl Iterator<Item = Strength> + Clone) -> Option<Ladder> {
        let has = |strength: Strength| chosen.clone().any(|one| one == strength);
        // Where nobody means it less, the strongest word is a plain *very*.
        let meant = |strength: Strength| match strength {
            4 if !has(3) => 3,
            -4 if !has(-3) => -3,
            other => other,
        };
        let holds = |scale: &&&[Strength]| chosen.clone().all(|strength| scale.contains(&meant(strength)));
        let scale = SCALES.iter().find(holds)?;
        let place = |strength| Some((strength, 1 + scale.iter().position(|step| *step == meant(strength))?));
        Some(Ladder { places: chosen.clone().filter_map(place).collect(), steps: scale.len() })
    }

    /// The place of a strength that somebody chose.
    pub fn place(&self, strength: Strength) -> Option<usize> {
        self.places.get(&strength).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(words: &[&str]) -> Option<(Vec<usize>, usize)> {
        let strengths: Vec<Strength> =
            words.iter().map(|word| strength(word).unwrap_or_else(|| panic!("{word}"))).collect();
        let ladder = Ladder::of(strengths.iter().copied())?;
        Some((strengths.iter().filter_map(|one| ladder.place(*one)).collect(), ladder.steps))
    }

    #[test]
    fn no_word_has_two_strengths() {
        let mut seen: HashMap<&str, Strength> = HashMap::new();
        for (strength, words) in WORDS {
            for word in words.split(['|', '\n']).map(str::trim).filter(|word| !word.is_empty()) {
                assert_eq!(word.to_lowercase(), word);
                assert_eq!(*seen.entry(word).or_insert(strength), strength, "{word}");
            }
        }
    }

    #[test]
    fn the_place_of_a_word_depends_on_those_that_were_chosen_beside_it() {
        for (words, expected, steps) in [
            (&["very dissatisfied", "dissatisfied", "neutral", "satisfied", "very satisfied"][..], [1, 2, 3, 4, 5], 5),
            (&["disagree", "somewhat disagree", "neither", "somewhat agree", "agree"], [1, 2, 3, 4, 5], 5),
            (&["poor", "fair", "good", "very good", "excellent"], [1, 2, 3, 4, 5], 5),
            (&["very poor", "poor", "average", "good", "excellent"], [1, 2, 3, 4, 5], 5),
            (
                &["not at all likely", "slightly likely", "moderately likely", "very likely", "extremely likely"],
                [1, 2, 3, 4, 5],
                5,
            ),
            (
                &["stimme gar nicht zu", "stimme eher nicht zu", "teils teils", "stimme eher zu", "stimme voll zu"],
                [1, 2, 3, 4, 5],
                5,
            ),
            (&["pessimo", "scarso", "discreto", "buono", "ottimo"], [1, 2, 3, 4, 5], 5),
            (&["helemaal mee oneens", "mee oneens", "neutraal", "mee eens", "helemaal mee eens"], [1, 2, 3, 4, 5], 5),
            (
                &["そう思わない", "あまりそう思わない", "どちらともいえない", "ややそう思う", "そう思う"],
                [1, 2, 3, 4, 5],
                5,
            ),
        ] {
            assert_eq!(places(words), Some((expected.to_vec(), steps)), "{words:?}");
        }
        let seven = [
            "strongly disagree",
            "disagree",
            "somewhat disagree",
            "neither",
            "somewhat agree",
            "agree",
            "strongly agree",
        ];
        assert_eq!(places(&seven), Some((vec![1, 2, 3, 4, 5, 6, 7], 7)));
        assert_eq!(
            places(&["trifft nicht zu", "trifft eher nicht zu", "trifft eher zu", "trifft zu"]),
            Some((vec![1, 2, 4, 5], 5))
        );
        assert_eq!(places(&["excellent", "slightly satisfied", "extremely poor", "very poor"]), None);
    }

    #[test]
    fn words_of_many_languages_and_of_women_are_known() {
        for (word, expected) in [
            ("très satisfaite", 3),
            ("muy satisfecha", 3),
            ("molto soddisfatta", 3),
            ("insoddisfatta", -2),
            ("muito satisfeita", 3),
            ("bardzo zadowolona", 3),
            ("bardzo niezadowolony", -3),
            ("mycket nöjd", 3),
            ("zeer ontevreden", -3),
            ("discordo totalmente", -3),
            ("非常に満足", 4),
            ("meget tilfreds", 3),
        ] {
            assert_eq!(strength(word), Some(expected), "{word}");
        }
        assert_eq!(strength("yum"), None);
    }
}
