// The tests have run: an empty run would be green too.
def report = new groovy.xml.XmlSlurper()
        .parse(new File(basedir, 'target/surefire-reports/TEST-example.OldestVersionsTest.xml'))

assert report.testcase.size() == 3
assert report.@failures.text() == '0' && report.@errors.text() == '0' && report.@skipped.text() == '0'
