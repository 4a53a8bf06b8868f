// Every rule of the contract has run: a Surefire that does not find the rules is green too.
def load = { this.class.classLoader.loadClass(it) }
def property = load('net.jqwik.api.Property')
def words = { it.replace('_', ' ').trim() }
def rules = load('io.handlekit.conformance.CustomersContract').methods
        .findAll { it.isAnnotationPresent(property) }
        .collect { words(it.name) } as Set
def report = new groovy.xml.XmlSlurper()
        .parse(new File(basedir, 'target/surefire-reports/TEST-example.MyCustomersTest.xml'))
def seen = report.testcase.collect { words(it.@name.text()) } as Set

assert rules.size() >= 15
assert seen == rules
assert report.@failures.text() == '0' && report.@errors.text() == '0'
