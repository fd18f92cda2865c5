def readme = new File(basedir, '../../../../../README.md').getText('UTF-8')

// The first block of a language.
def block = { language ->
    def from = readme.indexOf('```' + language + '\n') + language.length() + 4
    readme.substring(from, readme.indexOf('```', from))
}

def said = block('xml')
def pom = new File(basedir, 'pom.xml')
def text = pom.getText('UTF-8')
['properties', 'dependency', 'plugin'].each { element ->
    def part = said.substring(said.indexOf("<$element>"), said.indexOf("</$element>") + element.length() + 3)
    text = text.replace("<!-- $element -->", part)
}
pom.setText(text, 'UTF-8')

def network = new File(basedir, 'src/main/nn/samples/digits/Digits.nn')
network.parentFile.mkdirs()
network.setText(block('nn'), 'UTF-8')
return true
