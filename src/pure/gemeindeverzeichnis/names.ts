/** Names of areas as people say them: official lists append the class ("Altötting, St", "München, Landkreis", "Eck, gemfr.Geb."). */

const classes =
  /,\s*(St|GKSt|M|Markt|Stadt|Kreisstadt|Große Kreisstadt|Landeshauptstadt|Hansestadt|Kreis|Landkreis|Stadtkreis|[Kk]reisfreie Stadt|Regierungsbezirk|Universitätsstadt|gemfr\.\s?Geb\.|gemfr\. Gebiet|gemeindefreies Gebiet)\s*$/

export function plainName(official: string): string {
  let name = official.trim()
  for (let shorter = name.replace(classes, ''); shorter !== name; shorter = name.replace(classes, '')) name = shorter
  return name
}
