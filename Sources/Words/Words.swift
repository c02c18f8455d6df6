/// The texts of the interface in English: footers, headings, status messages, help and errors.
///
/// There is one nested type per screen or family of errors. A member is a whole sentence with its values as
/// parameters, and chooses singular or plural itself, so that a translation can reorder its parts. Names of keys come
/// from `KeyNames`, because learners can remap keys. The texts of the lesson are in the course, not here.
package enum Words {}
