/**
 * What short names are made of. English in every language, as a name is, so that two people can compare
 * them. The order is for good: another one gives everybody another name.
 */
const animals =
  'fox otter heron badger wren lynx seal crane hare finch mole stork bison robin adder trout ' +
  'raven moose gecko puffin tiger koala egret lemur newt panda quail shrew swift tapir viper whale ' +
  'zebra ibis jackal kiwi llama magpie narwhal osprey pigeon rabbit salmon toucan urchin vole walrus yak ' +
  'alpaca beaver camel dingo eagle falcon gibbon hamster iguana jaguar kestrel lobster marten nandu ocelot parrot ' +
  'python ray sable turtle weasel ant bear carp deer duck eel elk frog goat goose gull ' +
  'hawk hen ibex jay kite lark lion loach mink moth mouse mule orca owl oyster perch ' +
  'pike plover pony prawn puma ram rook shark sheep skunk sloth snail sparrow spider squid squirrel ' +
  'stag starling swallow swan tern thrush toad tuna turkey wasp wolf wombat condor cougar cricket dolphin';

const plants =
  'maple willow cedar fern clover poppy birch thistle aster basil lilac moss olive pine rose sage ' +
  'tulip violet yarrow alder beech cherry daisy elder fig ginger hazel iris jasmine kale laurel mint ' +
  'nettle oak peony quince reed spruce thyme vine walnut yew acorn apple barley cactus dahlia fennel ' +
  'grape heather ivy juniper larch lemon lotus mango melon myrtle oat orchid palm peach pear plum ' +
  'almond apricot ash aspen bamboo banana bean berry bracken briar bush cane carrot celery chestnut chive ' +
  'cocoa coconut cotton cress crocus currant cypress date dill dogwood ebony elm flax garlic grass gorse ' +
  'guava hemlock hemp holly hops lavender leek lentil lettuce lily lime linden lupin mallow millet mulberry ' +
  'nutmeg onion orange pansy papaya parsley pepper primrose privet radish rhubarb rosemary rowan rye saffron sorrel';

export const animalWords: readonly string[] = animals.split(' ');
export const plantWords: readonly string[] = plants.split(' ');
