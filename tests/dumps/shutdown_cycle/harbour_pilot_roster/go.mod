module pilotage.fi/roster

go 1.18
