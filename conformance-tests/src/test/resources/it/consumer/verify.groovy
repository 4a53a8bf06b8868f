// Every rule of both contracts has run, and the log is short: a Surefire that does not find the rules is green too.
def load = { this.class.classLoader.loadClass(it) }
def property = load('net.jqwik.api.Property')
def words = { it.replace('_', ' ').trim() }
def skipped = { contract, test ->
    def rules = load("io.handlekit.conformance.$contract").methods
            .findAll { it.isAnnotationPresent(property) }
            .collect { words(it.name) } as Set
    def report = new groovy.xml.XmlSlurper()
            .parse(new File(basedir, "target/surefire-reports/TEST-example.${test}.xml"))
    def seen = report.testcase.collect { words(it.@name.text()) } as Set
    assert rules.size() >= 20
    assert seen == rules
    assert report.@failures.text() == '0' && report.@errors.text() == '0'
    report.testcase.findAll { it.skipped.size() > 0 }.collect { it.@name.text().take(3) } as Set
}

assert skipped('CustomersContract', 'MyCustomersTest') == ['C16', 'C19'] as Set
assert skipped('TransportContract', 'OkHttpTransportTest').isEmpty()
// jqwik reports the two skipped rules, and no others.
assert new File(basedir, 'build.log').text.count('# of calls to property') == 2
assert !new File(basedir, '.jqwik-database').exists()
