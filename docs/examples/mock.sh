# sh mock.sh handlekit-mock.jar
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkfifo "$folder/alive"

# sh gives a background job no standard input, so the mock reads this pipe. It stops when the script ends, even if the
# script is killed, because the script alone holds the other end.
java -jar "$1" --port 0 --port-file "$folder/port" --exit-with-parent < "$folder/alive" > "$folder/log" 2>&1 &
mock=$!
exec 3> "$folder/alive"

until [ -e "$folder/port" ]; do # the mock writes it once it answers
  if ! kill -0 "$mock" 2> /dev/null; then
    cat "$folder/log"
    wait "$mock" || { echo "the mock ended with $?"; exit 1; }
  fi
  sleep 0.1
done
base=http://127.0.0.1:$(cat "$folder/port")/v1

curl -sf "$base/customers" -H 'Authorization: Bearer any' -H 'Content-Type: application/json' \
  -d "@$(dirname "$0")/customer.json" | sed 's/.*"handle":"\([^"]*\)".*/\1/'
echo

exec 3>&- # closes the pipe: the mock stops
wait "$mock"
