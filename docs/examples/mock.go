// go run mock.go handlekit-mock.jar
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

func main() {
	folder, err := os.MkdirTemp("", "mock-")
	must(err)
	portFile := filepath.Join(folder, "port")
	mock := exec.Command("java", "-jar", os.Args[1], "--port", "0", "--port-file", portFile, "--exit-with-parent")
	input, err := mock.StdinPipe()
	must(err)
	mock.Stderr = os.Stderr
	must(mock.Start())
	ended := make(chan error, 1)
	go func() { ended <- mock.Wait() }()
	port, err := os.ReadFile(portFile) // the mock writes it once it answers
	for err != nil {
		select {
		case how := <-ended:
			log.Fatal("the mock ended: ", how)
		case <-time.After(20 * time.Millisecond):
			port, err = os.ReadFile(portFile)
		}
	}
	base := "http://127.0.0.1:" + strings.TrimSpace(string(port)) + "/v1"

	_, here, _, _ := runtime.Caller(0)
	customer, err := os.Open(filepath.Join(filepath.Dir(here), "customer.json"))
	must(err)
	request, err := http.NewRequest("POST", base+"/customers", customer)
	must(err)
	request.Header.Set("Authorization", "Bearer any")
	request.Header.Set("Content-Type", "application/json")
	reply, err := http.DefaultClient.Do(request)
	must(err)
	defer reply.Body.Close()
	var created struct{ Data struct{ Handle string } }
	must(json.NewDecoder(reply.Body).Decode(&created))
	fmt.Println(created.Data.Handle)
	must(input.Close()) // the mock stops when its input closes, even if this program is killed
	must(<-ended)
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
