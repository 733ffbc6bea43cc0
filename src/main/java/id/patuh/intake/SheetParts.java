package id.patuh.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.util.XMLHelper;

/** Which part of a package holds which sheet; POI's own list is closed to strict workbooks. */
final class SheetParts {

    private static final int MAX_SHEETS = 1_000;

    private SheetParts() {}

    /** The lower-case names of the parts by the names of the sheets, in their order. */
    static Map<String, String> of(Path file) throws IOException, OpenXML4JException, XMLStreamException, Unreadable {
        Map<String, String> byName = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            PackagePart workbook = workbook(parts);
            try (InputStream in = workbook.getInputStream()) {
                XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(in);
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT
                            && xml.getLocalName().equals("sheet")) {
                        PackagePart part = workbook.getRelatedPart(workbook.getRelationship(attribute(xml, "id")));
                        String name = part.getPartName().getName().substring(1).toLowerCase(Locale.ROOT);
                        // All sheets are opened at once, and a small part under many names would be a large workbook.
                        if (!seen.add(name) || seen.size() > MAX_SHEETS) {
                            throw new Unreadable("workbook-sheets", "limit", "" + MAX_SHEETS);
                        }
                        byName.put(attribute(xml, "name"), name);
                    }
                }
            }
        }
        return byName;
    }

    private static PackagePart workbook(OPCPackage parts) {
        PackageRelationshipCollection main = parts.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT);
        if (main.isEmpty()) {
            main = parts.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT);
        }
        return parts.getPart(main.getRelationship(0));
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }
}
