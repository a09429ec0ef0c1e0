// German sentences of the two doors.
export const texts = {
  landrat: { card: { open: 'Als Landrätin oder Landrat ansehen', title: 'Reicht die Tagespflege im Norden?', text: 'Mein Landkreis neben seinen Nachbarn, wer zuständig ist, wer gehört wurde, und die fertige Beschlussvorlage.' } },
  verband: { card: { open: 'Als Geschäftsführung eines Verbands ansehen', title: 'Was wurde aus unseren Zahlen?', text: 'Was unser Haus verlassen hat und was nicht, wer es genutzt hat, was daraus wurde, und wer wem noch etwas schuldet.' } },
}
