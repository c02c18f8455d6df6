/// What the interface says, in English: footers, headings, notices, questions, errors.
///
/// Every sentence stands here whole, with its values as parameters, so that another language may order them as it
/// likes: to translate the interface is to translate this folder. What is taught stands in the course instead.
///
/// One nested type a screen. Whatever counts something decides singular and plural here. A sentence that speaks of a
/// key takes its name from `KeyNames`, since learners may choose their own.
package enum Words {}
