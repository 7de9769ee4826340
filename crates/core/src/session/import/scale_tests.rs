//! The scale of a survey's answers, as a person says it in the import, and next month's answers to the same question.

use super::tests::{log_file, settled, today};
use super::*;
use crate::behaviour::recognise::SaidScale;
use crate::behaviour::shapes::Figures;
use crate::edit::templates::Template;

/// The scales that the answers leave open, and the one that counts.
fn asked(import: &Import) -> (usize, Option<(f64, f64)>) {
    let Some(Figures::Survey(survey)) = import.shape_report().map(|report| &report.figures) else { panic!() };
    let open = survey.scales.iter().filter(|open| open.chosen.is_none()).count();
    (open, survey.items[0].scale.map(|scale| (scale.low, scale.high)))
}

#[test]
fn a_scale_that_was_chosen_is_not_asked_for_again_next_month() {
    let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let question = "How satisfied are you with checkout?";
    let file = log_file(&format!("respondent,{question}\nr1,8\nr2,10\nr3,9\n"));
    let mut import = Import::open(vec![file.path().to_owned()], Vec::new(), IdSource::seeded(1));
    settled(&mut import, &map);
    assert_eq!(asked(&import), (1, None), "a lowest answer of 8 tells no scale");
    let said = SaidScale { of: Some(question.to_owned()), low: 1.0, high: 10.0 };
    import.correct(|overrides| overrides.scales.push(said));
    settled(&mut import, &map);
    assert_eq!(asked(&import), (0, Some((1.0, 10.0))));
    let kept = import.preset_to_keep(today()).unwrap();

    let next = log_file(&format!("respondent,{question}\nr7,9\nr8,7\n"));
    let mut next = Import::open(vec![next.path().to_owned()], vec![kept.clone()], IdSource::seeded(2));
    settled(&mut next, &map);
    assert_eq!((next.preset(), asked(&next)), (Some(&kept), (0, Some((1.0, 10.0)))));
    assert_eq!(next.preset_to_keep(today()).unwrap().scales, kept.scales);
}
