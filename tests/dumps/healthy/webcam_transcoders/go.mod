module bergblick/cams

go 1.21
