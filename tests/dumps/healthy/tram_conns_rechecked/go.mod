module tramlijn.nl/realtime

go 1.26
