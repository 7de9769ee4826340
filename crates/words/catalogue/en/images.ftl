### Pictures that people bring along.

images_empty = The picture is an empty file.
images_unknown = This is no picture that can be read. Take a PNG, JPEG, WebP or SVG.
images_other = This is a { $kind } file, which is not read as a picture. Save it as PNG, JPEG, WebP or SVG first.
images_broken = The { $kind } picture is damaged: it cannot be read to its end. Open it in another program and save it again.
images_bytes = The picture’s file has { $megabytes } MB; up to { $most } MB are read. Save it with fewer pixels.
images_pixels = The picture has { $width } × { $height } pixels; up to { $most } million are read. Make it smaller first.
images_drawing = The SVG drawing has so many parts or such effects that drawing it would take minutes. Save it as PNG first.
images_smaller = It was made smaller: { $width } × { $height } pixels.
images_first = It moves: its first picture was taken.
images_left_out = Pictures inside the drawing, and words for which there is no font, were left out. Turn such words into paths to keep them.
images_no_id = no name of a picture: 64 digits 0–9 and a–f
images_no_image = no picture: neither a name nor the bytes of a PNG or JPEG in base 64 with up to 1600 pixels a side and 1 MB
