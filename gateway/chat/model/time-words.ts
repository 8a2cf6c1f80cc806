// Words about time in other languages, as our parser says them: a model translates, and that is still what the person said.
// Called by said-words.ts. Without accents; a word that is missing only costs a question.

const table: Record<string, string> = {
  today: "heute aujourdhui hoy",
  tomorrow: "morgen demain manana",
  morning: "morgen fruh morgens vormittag matin manana",
  noon: "mittag midi mediodia",
  afternoon: "nachmittag apres tarde",
  evening: "abend abends soir tarde",
  night: "nacht nuit noche",
  monday: "montag montags lundi lunes",
  tuesday: "dienstag dienstags mardi martes",
  wednesday: "mittwoch mittwochs mercredi miercoles",
  thursday: "donnerstag donnerstags jeudi jueves",
  friday: "freitag freitags vendredi viernes",
  saturday: "samstag sonnabend samstags samedi sabado",
  sunday: "sonntag sonntags dimanche domingo",
  weekend: "wochenende weekend finde",
  day: "tag tage tagen jour jours dia dias",
  week: "woche wochen semaine semaines semana semanas",
  month: "monat monate monaten mois mes meses",
  year: "jahr jahre jahren an ans annee ano anos",
  hour: "stunde stunden heure heures hora horas",
  minute: "minute minuten minutes minuto minutos",
  next: "nachste nachsten nachster nachstes nachstem kommenden prochain prochaine proximo proxima",
  this: "diese diesen dieser dieses ce cette este esta",
  before: "vor vorher avant antes",
  daily: "taglich quotidien diario",
  weekly: "wochentlich hebdomadaire semanal",
  monthly: "monatlich mensuel mensual",
  other: "zweite zweiten zweiter deux dos",
  one: "ein eine einen einem einer un une una",
  two: "zwei deux dos",
  three: "drei trois tres",
};

const english = new Map<string, string[]>();
for (const [word, others] of Object.entries(table))
  for (const other of others.split(" ")) english.set(other, [...(english.get(other) ?? []), word]);

/** What a word about time is in English; nothing for any other word. */
export const inEnglish = (word: string): string[] => english.get(word) ?? [];
