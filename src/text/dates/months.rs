//! The names of the months, in the five languages, in the forms that dates use.

/// Month by month: full names, then usual short ones, in small letters. Russian and Ukrainian in the genitive.
const NAMES: [&str; 12] = [
    "january januar jänner janvier января січня jan janv янв січ",
    "february februar février fevrier февраля лютого feb févr fév фев февр лют",
    "march märz maerz mars марта березня mar mär мар бер",
    "april avril апреля квітня apr avr апр квіт",
    "may mai мая травня трав",
    "june juni juin июня червня jun июн черв",
    "july juli juillet июля липня jul juil июл лип",
    "august août aout августа серпня aug авг серп",
    "september septembre сентября вересня sep sept сен сент вер",
    "october oktober octobre октября жовтня oct okt окт жовт",
    "november novembre ноября листопада nov ноя нояб лист",
    "december dezember décembre decembre декабря грудня dec dez déc дек груд",
];

/// The month (1 to 12) that a word names in any of the five languages; case does not count.
pub fn month(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    (1..).zip(NAMES).find(|(_, names)| names.split(' ').any(|name| name == word)).map(|(number, _)| number)
}
