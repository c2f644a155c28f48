module morsewire.example/lines

go 1.21
