module tapelib

go 1.21
