// The tests have run on both: an empty run would be green too.
def count = { module, test ->
    def report = new groovy.xml.XmlSlurper()
            .parse(new File(basedir, "$module/target/surefire-reports/TEST-example.${test}.xml"))
    assert report.@failures.text() == '0' && report.@errors.text() == '0' && report.@skipped.text() == '0'
    report.testcase.size()
}

assert count('boot-3', 'ApplicationTest') == 3
assert count('boot-3', 'FailedStartTest') == 2
assert count('boot-4', 'ApplicationTest') == 4
assert count('boot-4', 'FailedStartTest') == 2
