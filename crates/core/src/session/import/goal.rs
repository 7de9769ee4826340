//! Which event a business waits for, told by its name: it is rarer than the steps before it, and a funnel without it misleads.
//!
//! The names are those of the recommended events of Google Analytics 4 (`purchase`, `sign_up`, `subscribe`) and of Segment's
//! e-commerce events (`Order Completed`), with what people write for them.

/// Words of which one is enough.
const GOALS: [&str; 13] = [
    "purchase",
    "purchased",
    "subscribe",
    "subscribed",
    "subscription",
    "converted",
    "conversion",
    "paid",
    "bought",
    "booked",
    "signup",
    "transaction",
    "renewed",
];

/// Two words that stand one behind the other.
const PAIRS: [(&str, &str); 6] = [
    ("order", "completed"),
    ("order", "placed"),
    ("checkout", "completed"),
    ("sign", "up"),
    ("signed", "up"),
    ("payment", "succeeded"),
];

/// Words that say that it did not come to it, was undone, or was only looked at.
const NOT: [&str; 16] = [
    "error",
    "failed",
    "failure",
    "cancel",
    "canceled",
    "cancelled",
    "refund",
    "refunded",
    "abandoned",
    "view",
    "viewed",
    "page",
    "start",
    "started",
    "click",
    "pause",
];

/// Whether an event is called like one that ends a journey well.
pub fn is_goal(event: &str) -> bool {
    let words: Vec<String> = words(event);
    let has = |word: &str| words.iter().any(|own| own == word);
    let is_pair = |(first, second): &(&str, &str)| words.windows(2).any(|two| two == [*first, *second]);
    (GOALS.iter().any(|word| has(word)) || PAIRS.iter().any(is_pair)) && !NOT.iter().any(|word| has(word))
}

/// The words of `order_completed`, `Order Completed` or `orderCompleted`, in small letters.
fn words(event: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before_small = false;
    for letter in event.chars() {
        if !letter.is_alphanumeric() || (letter.is_uppercase() && before_small) {
            words.push(String::new());
        }
        if let (true, Some(word)) = (letter.is_alphanumeric(), words.last_mut()) {
            word.extend(letter.to_lowercase());
        }
        before_small = letter.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_business_waits_for_is_known_by_its_name() {
        for event in ["purchase", "Order Completed", "orderCompleted", "sign_up", "SUBSCRIPTION_PAID", "ticket-bought"]
        {
            assert!(is_goal(event), "{event}");
        }
        for event in ["purchase_error", "home", "order_page", "subscription cancelled", "view_purchases", "", "payment"]
        {
            assert!(!is_goal(event), "{event}");
        }
    }
}
