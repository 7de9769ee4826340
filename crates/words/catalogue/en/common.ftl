# Words that stand in many places.

cancel = Cancel
close = Close
save = Save
open = Open
delete = Delete
discard = Discard
apply = Apply
add = Add
remove = Remove
rename = Rename
back = Back
next = Next
done = Done
ok = OK
yes = Yes
no = No
none = None
undo = Undo
redo = Redo
copy = Copy
paste = Paste
export = Export
import = Import
cards_counted = { $count ->
    [one] { $count } card
   *[other] { $count } cards
}
