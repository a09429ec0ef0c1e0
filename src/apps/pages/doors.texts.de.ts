// German sentences of the two doors.
export const texts = {
  landrat: {
    card: { open: 'Als Landrätin oder Landrat ansehen', title: 'Reicht die Tagespflege im Norden?', text: 'Mein Landkreis neben seinen Nachbarn, wer zuständig ist, wer gehört wurde, und die fertige Beschlussvorlage.' },
    kind: 'Frage aus dem Kreistag',
    lead: 'Was die Zahlen sagen, wie sicher sie sind, wer zuständig ist und was vorliegt. In drei Minuten.',
    compared: 'Mein Landkreis neben seinen Nachbarn', comparedLead: 'Pflegebedürftige Menschen im Verhältnis zur Bevölkerung, amtliche Zahlen.',
    per: (n: number) => `je ${new Intl.NumberFormat('de-DE').format(n)} Einwohner`,
    overTime: (title: string) => `${title} im Zeitverlauf`,
    certainty: 'Wie sicher ist das?', certaintyText: 'Die Pflegestatistik ist eine Vollerhebung, keine Stichprobe: Unterschiede zwischen Landkreisen sind kein Zufallsfehler. Über die Brüche hinweg (2017 neuer Begriff der Pflegebedürftigkeit, 2019 und 2021 weitere Gruppen) darf man nicht vergleichen; deshalb ist die Linie dort unterbrochen.',
    answered: 'Wer ist zuständig, wer wurde gehört, was liegt vor?', recommended: 'Empfehlung', decides: 'Wer entscheidet', responsible: 'Wer einsteht', and: ' und ', heard: 'Gehört wurden', notHeard: 'noch nicht vermerkt',
    heardCount: (_: number, text: string) => `${text} Organisationen:`, more: (n: number) => ` und ${n} weitere`, became: 'Was daraus wurde', word: 'Beschlussvorlage als Word', trail: 'Worauf beruht das?',
  },
  verband: {
    card: { open: 'Als Geschäftsführung eines Verbands ansehen', title: 'Was wurde aus unseren Zahlen?', text: 'Was unser Haus verlassen hat und was nicht, wer es genutzt hat, was daraus wurde, und wer wem noch etwas schuldet.' },
    kind: 'Geschäftsführung', lead: 'Was Ihr Haus verlassen hat und was nicht, wer es genutzt hat und was daraus wurde.',
    left: 'Was unser Haus verlassen hat', leftLead: 'Jede Zahl sehen nur Sie und die benannten Prüfenden. Wer sie in einem Bedarf nutzt, verweist auf sie; der Wert bleibt verdeckt.', nothingLeft: 'Noch keine Zahl hat Ihr Haus verlassen.',
    usedIn: 'Belegt', notYetUsed: 'Noch nicht genutzt. Wer die Zahl bekommen hat, schuldet Ihnen eine Antwort.', trail: 'Was wurde daraus?',
    stayed: 'Was bei uns geblieben ist', stayedLead: 'Zugesagt, aber noch nicht geliefert: Bis Sie liefern, verlässt nichts Ihr Haus.', nothingStayed: 'Alles Zugesagte ist geliefert; alles andere bleibt bei Ihnen.', dueOn: (day: string) => `zugesagt bis ${day}`,
    reminded: 'Wer wem noch etwas schuldet', remindedLead: 'Erinnert wird mit denselben Worten und an denselben Tagen: die öffentliche Seite wie die freie.', nothingOpen: 'Zurzeit ist nichts offen.',
    what: 'Aufgabe', who: 'Wer', clause: 'Grundlage', due: 'Bis', state: 'Stand', agreed: 'Wo wir uns geeinigt haben', noBody: 'Noch in keinem Gremium', inIt: 'wir arbeiten mit', notInIt: 'ohne uns',
  },
}
