# Wörter, die an vielen Stellen stehen.

cancel = Abbrechen
close = Schließen
save = Speichern
open = Öffnen
delete = Löschen
discard = Verwerfen
apply = Anwenden
add = Hinzufügen
remove = Entfernen
rename = Umbenennen
back = Zurück
next = Weiter
done = Fertig
ok = OK
yes = Ja
no = Nein
none = Keine
undo = Rückgängig
redo = Wiederholen
copy = Kopieren
paste = Einfügen
export = Exportieren
import = Importieren
cards_counted = { $count ->
    [one] { $count } Karte
   *[other] { $count } Karten
}
