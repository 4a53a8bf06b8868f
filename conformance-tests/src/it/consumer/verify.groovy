// Every rule has run at the consumer's: what does not find the rules is silent about it.
def rules = Class.forName('io.handlekit.conformance.CustomersContract').methods
        .findAll { it.isAnnotationPresent(Class.forName('net.jqwik.api.Property')) }
        .collect { it.name.replace('_', ' ').trim() } as Set
def report = new groovy.xml.XmlSlurper()
        .parse(new File(basedir, 'target/surefire-reports/TEST-example.MyCustomersTest.xml'))
def ran = report.testcase.findAll { it.skipped.isEmpty() }.collect { it.@name.text().replace('_', ' ').trim() } as Set
assert rules.size() >= 15
assert rules - ran == [] as Set
assert report.@failures == '0' && report.@errors == '0'
