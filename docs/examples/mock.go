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
	must(mock.Start())
	port, err := os.ReadFile(portFile) // it is there when the mock answers
	for tries := 0; err != nil && tries < 1500; tries++ {
		time.Sleep(20 * time.Millisecond)
		port, err = os.ReadFile(portFile)
	}
	must(err)
	base := "http://127.0.0.1:" + strings.TrimSpace(string(port)) + "/v1beta"

	customer, err := os.Open("customer.json")
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
	must(input.Close()) // the mock ends with its input, even if this program is killed
	must(mock.Wait())
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
