package main

import (
	"log"
	"net"
	"os"
	"os/exec"
	"syscall"

	ber "github.com/go-asn1-ber/asn1-ber"
	"github.com/go-ldap/ldap/v3"
)

// startDirectory runs a stand-in for the directory server as a second process of the same binary.
func startDirectory() string {
	addr := os.Getenv("LISTEN_PUBLIC")
	if os.Getenv("SERVE_DIRECTORY") != "" {
		listener, err := net.Listen("tcp", addr)
		if err != nil {
			log.Fatal(err)
		}
		serveDirectory(listener)
	}
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "SERVE_DIRECTORY=1")
	child.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := child.Start(); err != nil {
		log.Fatal(err)
	}
	return addr
}

// serveDirectory lets everybody in and finds two groups for everybody.
func serveDirectory(listener net.Listener) {
	for {
		conn, err := listener.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go answer(conn)
	}
}

func answer(conn net.Conn) {
	defer conn.Close()
	for {
		request, err := ber.ReadPacket(conn)
		if err != nil || len(request.Children) < 2 {
			return
		}
		id, _ := request.Children[0].Value.(int64)
		switch request.Children[1].Tag {
		case ldap.ApplicationBindRequest:
			conn.Write(message(id, result(ldap.ApplicationBindResponse)))
		case ldap.ApplicationSearchRequest:
			for _, name := range []string{"cn=staff,dc=shop", "cn=till,dc=shop"} {
				conn.Write(message(id, entry(name)))
			}
			conn.Write(message(id, result(ldap.ApplicationSearchResultDone)))
		default:
			return
		}
	}
}

func message(id int64, operation *ber.Packet) []byte {
	packet := ber.NewSequence("")
	packet.AppendChild(ber.NewInteger(ber.ClassUniversal, ber.TypePrimitive, ber.TagInteger, id, ""))
	packet.AppendChild(operation)
	return packet.Bytes()
}

func result(tag ber.Tag) *ber.Packet {
	packet := ber.Encode(ber.ClassApplication, ber.TypeConstructed, tag, nil, "")
	packet.AppendChild(ber.NewInteger(ber.ClassUniversal, ber.TypePrimitive, ber.TagEnumerated, 0, ""))
	for range 2 { // no name, no message
		packet.AppendChild(text(""))
	}
	return packet
}

func entry(name string) *ber.Packet {
	packet := ber.Encode(ber.ClassApplication, ber.TypeConstructed, ldap.ApplicationSearchResultEntry, nil, "")
	packet.AppendChild(text(name))
	packet.AppendChild(ber.NewSequence(""))
	return packet
}

func text(value string) *ber.Packet {
	return ber.NewString(ber.ClassUniversal, ber.TypePrimitive, ber.TagOctetString, value, "")
}
