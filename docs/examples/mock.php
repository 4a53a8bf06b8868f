<?php // php mock.php handlekit-mock.jar
$portFile = tempnam(sys_get_temp_dir(), 'mock-');
unlink($portFile);
$command = ['java', '-jar', $argv[1], '--port', '0', '--port-file', $portFile, '--exit-with-parent'];
$mock = proc_open($command, [['pipe', 'r'], ['file', '/dev/null', 'w'], STDERR], $pipes);
while (!file_exists($portFile)) { // the mock writes it once it answers
    if (!proc_get_status($mock)['running']) {
        fwrite(STDERR, "the mock ended\n");
        exit(1);
    }
    usleep(20000);
    clearstatcache();
}
$base = 'http://127.0.0.1:' . trim(file_get_contents($portFile)) . '/v1';

$reply = file_get_contents("$base/customers", false, stream_context_create(['http' => [
    'method' => 'POST',
    'header' => ['Authorization: Bearer any', 'Content-Type: application/json'],
    'content' => file_get_contents(__DIR__ . '/customer.json'),
]]));
echo json_decode($reply)->data->handle, "\n";
fclose($pipes[0]); // the mock stops when its input closes, even if this program is killed
proc_close($mock);
