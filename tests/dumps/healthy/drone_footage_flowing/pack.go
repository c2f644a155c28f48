package main

import (
	"archive/tar"
	"io"
	"strconv"
)

type clip struct {
	name string
	size int64
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 0
	}
	return len(p), nil
}

// pack writes clips into a tar archive.
func pack(w io.Writer, clips []clip) error {
	t := tar.NewWriter(w)
	for _, c := range clips {
		if err := t.WriteHeader(&tar.Header{Name: c.name, Size: c.size, Mode: 0o644}); err != nil {
			return err
		}
		if _, err := io.CopyN(t, zeros{}, c.size); err != nil {
			return err
		}
	}
	return t.Close()
}

func clipsOf(flight string) (clips []clip) {
	for i := 0; i < 5; i++ {
		clips = append(clips, clip{flight + "-" + strconv.Itoa(i) + ".mp4", 96 << 10})
	}
	return clips
}
