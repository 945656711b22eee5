# Pictures that cannot be used.
picture-too-many-bytes = This file is too large. Choose a smaller picture.
picture-too-many-pixels = This picture is too large to handle. Make it smaller and try again.
picture-svg = An SVG drawing cannot be used here. Choose a JPEG or PNG.
picture-heic = We cannot read this kind of photo (HEIC). Save it as JPEG and choose that.
picture-unknown-kind = This is not a picture we can read. Choose a JPEG, PNG, WebP or GIF.
picture-broken = This picture is damaged. Choose another.
picture-busy = A great many pictures are being worked on. Try again in a moment.
