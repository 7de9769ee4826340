### Bilder, die jemand mitbringt.

images_empty = Das Bild ist eine leere Datei.
images_unknown = Das ist kein Bild, das sich lesen lässt. Nimm PNG, JPEG, WebP oder SVG.
images_other = Das ist eine { $kind }-Datei, die nicht als Bild gelesen wird. Speichere sie zuerst als PNG, JPEG, WebP oder SVG.
images_broken = Das { $kind }-Bild ist beschädigt: Es lässt sich nicht zu Ende lesen. Öffne es in einem anderen Programm und speichere es neu.
images_bytes = Die Bilddatei hat { $megabytes } MB; gelesen werden bis zu { $most } MB. Speichere sie mit weniger Pixeln.
images_pixels = Das Bild hat { $width } × { $height } Pixel; gelesen werden bis zu { $most } Millionen. Mach es zuerst kleiner.
images_drawing = Die SVG-Zeichnung hat so viele Teile oder solche Effekte, dass sie minutenlang gezeichnet würde. Speichere sie zuerst als PNG.
images_smaller = Es wurde verkleinert: { $width } × { $height } Pixel.
images_first = Es bewegt sich: Sein erstes Bild wurde genommen.
images_left_out = Bilder in der Zeichnung und Wörter, für die es keine Schrift gibt, wurden weggelassen. Wandle solche Wörter in Pfade um, damit sie bleiben.
images_no_id = kein Name eines Bildes: 64 Ziffern 0–9 und a–f
images_no_image = kein Bild: weder ein Name noch die Bytes eines PNG oder JPEG in Base 64 mit bis zu 1600 Pixeln je Seite und 1 MB
